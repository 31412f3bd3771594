import { addUtcMonths, isoDate, utcDateMs } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import type { ChartRow } from "./answer-parts";

/** Twelve months of a projection, the last year perhaps fewer. Sums of its rows; the cumulative profit is the last one's. */
export type YearRow = {
  number: number;
  /** First and last day. */
  from: string;
  to: string;
  months: number;
  mined_sats: number;
  revenue: number;
  cost: number;
  profit: number;
  tax: number;
  cumulative_profit: number;
};

/** The projection year by year, counted from its start and not from January. */
export function yearRows(rows: readonly ChartRow[]): YearRow[] {
  const years: YearRow[] = [];
  const startMs = utcDateMs(rows[0]?.date ?? "");
  const lastDay = (months: number) => isoDate(addUtcMonths(startMs, months) - MS_PER_DAY);
  rows.forEach((row, index) => {
    const year = index % 12 === 0 ? undefined : years.at(-1);
    if (!year) {
      const { date, mined_sats, revenue, cost, profit, tax, cumulative_profit } = row;
      const number = years.length + 1;
      const sums = { mined_sats, revenue, cost, profit, tax, cumulative_profit };
      years.push({ number, from: date, to: lastDay(index + 1), months: 1, ...sums });
      return;
    }
    year.to = lastDay(index + 1);
    year.months++;
    year.mined_sats += row.mined_sats;
    year.revenue += row.revenue;
    year.cost += row.cost;
    year.profit += row.profit;
    year.tax += row.tax;
    year.cumulative_profit = row.cumulative_profit;
  });
  return years;
}
