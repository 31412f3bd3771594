import type { ChartRow } from "@/components/charts/chart-row";
import type { HistoricalReplayAnswer } from "@/lib/analytics/schemas";

type Day = HistoricalReplayAnswer["days"][number];

/** The days as rows of the charts. */
export const replayRows = (days: readonly Day[]): ChartRow[] =>
  days.map((day) => ({
    x: day.date,
    values: {
      cumulative: day.cumulative_profit,
      revenue: day.revenue,
      cost: day.energy_cost + day.other_costs,
      hashprice: day.hashprice_usd_per_ph_day,
    },
  }));

const COLUMNS = [
  "date",
  "btc_price",
  "difficulty",
  "block_subsidy_sats",
  "fees_sats_per_block",
  "hashprice_usd_per_ph_day",
  "machines",
  "running",
  "hashrate_th",
  "mined_sats",
  "revenue",
  "energy_cost",
  "other_costs",
  "capital",
  "profit",
  "cumulative_profit",
] as const satisfies readonly (keyof Day)[];

/** Every day with every figure, unrounded, named as the interface names them. */
export const daysCsv = (days: readonly Day[]): string =>
  [COLUMNS, ...days.map((day) => COLUMNS.map((name) => day[name]))].map((line) => `${line.join(",")}\r\n`).join("");
