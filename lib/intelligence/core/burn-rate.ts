import type { Objective } from "@/lib/kernel/objectives";

export type Measured = { total: number; good: number };

/**
 * How fast an objective's budget for errors is used up: 1 uses it up exactly in the period, 2 in half of it. Null where
 * nothing was measured.
 *
 * @example burnRate({ target: 0.999, withinMs: null }, { total: 1000, good: 998 }) // 2
 */
export function burnRate({ target }: Objective, { total, good }: Measured): number | null {
  if (total === 0) return null;
  return Math.round(((total - good) / total / (1 - target)) * 1000) / 1000;
}

/** What is left of the budget over the period: 1 is all of it, below 0 the objective is missed. */
export function budgetLeft(objective: Objective, period: Measured): number | null {
  const burnt = burnRate(objective, period);
  return burnt === null ? null : Math.round((1 - burnt) * 1000) / 1000;
}
