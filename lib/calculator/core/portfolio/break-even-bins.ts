import type { BreakEvenBin } from "./summary-schemas";

/** How the hashprices are cut: bin n begins at n · `stepUsd`; what begins at `last` or later is one bin, what is below 0 too. */
export type BinPlan = { stepUsd: number; last: number };

/** What stands in a bin; below 0 the number is −1. */
export type BinSums = { bin: number; earning_th: number; losing_th: number; machines: number };

const BINS_TO_TODAY = 20;
/** Costs of three times today's hashprice: whoever is beyond is far beyond. */
const MOST_TIMES_TODAY = 3;

/** Round steps of about a twentieth of today's hashprice: 1, 2, 2.5 or 5 with zeros. */
export function binPlan(hashpriceUsd: number): BinPlan {
  const wanted = hashpriceUsd / BINS_TO_TODAY;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const stepUsd = [1, 2, 2.5, 5, 10].map((nice) => nice * power).find((step) => step >= wanted) ?? wanted;
  return { stepUsd, last: Math.ceil((MOST_TIMES_TODAY * hashpriceUsd) / stepUsd) };
}

/** The bins from the first to the last that has machines, those between without any included, and today's own. */
export function breakEvenBins(sums: readonly BinSums[], plan: BinPlan, hashpriceUsd: number): BreakEvenBin[] {
  if (sums.length === 0) return [];
  const byBin = new Map(sums.map((sum) => [sum.bin, sum]));
  const today = Math.floor(hashpriceUsd / plan.stepUsd);
  const first = Math.min(today, ...byBin.keys());
  const end = Math.max(today, ...byBin.keys());
  return Array.from({ length: end - first + 1 }, (_, index) => {
    const bin = first + index;
    const { earning_th = 0, losing_th = 0, machines = 0 } = byBin.get(bin) ?? {};
    const [from, to] = [edge(bin, plan), edge(bin + 1, plan)];
    return {
      from: bin < 0 ? null : from,
      to: bin >= plan.last ? null : to,
      ...{ earning_th, losing_th, machines },
    };
  });
}

/** Without the tail that a product of decimals drags along: 3 · 2.5 · 0.1. */
const edge = (bin: number, { stepUsd }: BinPlan): number => Number((bin * stepUsd).toPrecision(12));
