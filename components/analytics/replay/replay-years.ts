import type { HistoricalReplayAnswer } from "@/lib/analytics/schemas";

type Day = HistoricalReplayAnswer["days"][number];

/** Sums over days, as `totals` has them. */
export type YearSum = {
  year: string;
  days: number;
  mined_sats: number;
  revenue: number;
  energy_cost: number;
  other_costs: number;
  capital: number;
  profit: number;
};

const ADDED = ["mined_sats", "revenue", "energy_cost", "other_costs", "capital", "profit"] as const;

/** The days of a replay by calendar year (UTC). */
export function replayYears(days: readonly Day[]): YearSum[] {
  return [...Map.groupBy(days, ({ date }) => date.slice(0, 4))].map(([year, ofYear]) => {
    const sum = { mined_sats: 0, revenue: 0, energy_cost: 0, other_costs: 0, capital: 0, profit: 0 };
    for (const day of ofYear) for (const name of ADDED) sum[name] += day[name];
    return { year, days: ofYear.length, ...sum };
  });
}
