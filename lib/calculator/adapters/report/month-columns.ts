import type { CalculateOutput } from "../../schemas";

type Row = CalculateOutput["chart_data"][number];
type Band = NonNullable<CalculateOutput["chart_bands"]>[number];
export type MonthKey = keyof Row | Exclude<keyof Band, "date">;

/** The months of a projection as a table: the answer's own fields in its own units, and where it has them the quantiles. */
export const MONTH_KEYS = [
  "date",
  "block_height",
  "difficulty",
  "btc_price",
  "hashrate_th",
  "mined_sats",
  "revenue",
  "cost",
  "profit",
  "tax",
  "cumulative_profit",
  "p10",
  "p50",
  "p90",
] as const satisfies readonly MonthKey[];

/** One list of values a month, in the order of `MONTH_KEYS`; nothing rounded. */
export function monthValues({ chart_data, chart_bands }: CalculateOutput): (number | string | null)[][] {
  return chart_data.map((row, index) => {
    const { date: _, ...quantiles } = chart_bands?.[index] ?? { date: "", p10: null, p50: null, p90: null };
    const values = { ...row, ...quantiles };
    return MONTH_KEYS.map((key) => values[key]);
  });
}
