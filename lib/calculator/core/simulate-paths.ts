import { isoDate } from "@/lib/kernel/calendar";
import type { MarketFacts } from "../schemas";
import type { Band } from "./answer-parts";
import { pathPlan } from "./path-plan";
import type { Month } from "./projection";
import { quantileOfSorted } from "./quantile";
import { RandomStream } from "./random-stream";
import type { Terms } from "./terms";
import { walkPath } from "./walk-path";

export type Simulation = { chart_bands: Band[] | null; payback_probability: number | null };

/**
 * Joint paths of price and difficulty (formula 12): P10, P50 and P90 of the cumulative profit after each month, and the
 * share of paths that pay the machines back at some time inside the horizon. Null in `basic`; the same seed gives the same answer.
 */
export function simulatePaths(terms: Terms, market: MarketFacts, months: readonly Month[]): Simulation {
  if (terms.paths === null) return { chart_bands: null, payback_probability: null };
  const plan = pathPlan(terms, terms.paths, market, months);
  const { count } = plan;
  const random = new RandomStream(plan.seed);
  const sums = new Float64Array(plan.months * count);
  for (let path = 0; path < count; path++) walkPath(plan, random, path, sums);
  const ofMonth = (month: number) => sums.subarray(month * count, (month + 1) * count);
  const paidBack = countPaidBack(sums, count, plan.machinesPriceUsd);
  return {
    chart_bands: months.map((month, index) => {
      const sorted = ofMonth(index).sort();
      return {
        date: isoDate(month.startMs),
        p10: quantileOfSorted(sorted, 0.1),
        p50: quantileOfSorted(sorted, 0.5),
        p90: quantileOfSorted(sorted, 0.9),
      };
    }),
    payback_probability: terms.machinePriceUsd === null ? null : paidBack / count,
  };
}

/** Paths whose running sum stands at zero or above at the start or after any month: a payback, as `payback` has it. */
function countPaidBack(sums: Float64Array, count: number, machinesPriceUsd: number): number {
  if (machinesPriceUsd <= 0) return count;
  const paid = new Uint8Array(count);
  for (let index = 0; index < sums.length; index++) {
    if ((sums[index] ?? 0) >= 0) paid[index % count] = 1;
  }
  return paid.reduce((found, one) => found + one, 0);
}
