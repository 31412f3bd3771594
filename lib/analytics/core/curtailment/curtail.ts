import { sumOf } from "../column";
import { alwaysOn, meritOrder, neverOn } from "./baselines";
import { planEachAlone } from "./each-alone";
import { isAllowed, keepsLimits, type Outcome, outcomeOf, type Plan } from "./plan";
import type { Problem } from "./problem";
import type { Solve } from "./programme";
import { isProven, planWithinLimits } from "./within-limits";

/** When machines had best be off. `feasible`: inside the limits, and no plan earns more than the bound. */
export type Curtailment =
  | { status: "optimal" | "feasible"; plan: Plan; outcome: Outcome; totalUsd: number; boundUsd: number }
  | { status: "infeasible"; reason: string };

/**
 * The most profitable hours for machines to be off. Where no limit is shared, or none binds, each kind is planned
 * exactly for itself; else see `planWithinLimits`, which asks `solve`. Never worse than a baseline that may be run.
 */
export async function curtail(problem: Problem, solve: Solve): Promise<Curtailment> {
  const alone = planEachAlone(problem);
  const outcome = outcomeOf(problem, alone);
  if (keepsLimits(problem, outcome)) {
    const totalUsd = sumOf(outcome.profitUsd);
    return { status: "optimal", plan: alone, outcome, totalUsd, boundUsd: totalUsd };
  }
  const limited = await planWithinLimits(problem, solve);
  return "reason" in limited ? { status: "infeasible", ...limited } : judged(problem, limited.plan, limited.boundUsd);
}

function judged(problem: Problem, plan: Plan, boundUsd: number): Curtailment {
  const outcome = outcomeOf(problem, plan);
  const totalUsd = sumOf(outcome.profitUsd);
  if (isProven(totalUsd, boundUsd)) return { status: "optimal", plan, outcome, totalUsd, boundUsd: totalUsd };
  return { status: "feasible", plan, outcome, totalUsd, boundUsd };
}

/** What a plan earns, null where it may not be run: it breaks a limit of load or the least time off. */
export function profitIfAllowed(problem: Problem, plan: Plan): number | null {
  const outcome = outcomeOf(problem, plan);
  return isAllowed(problem, plan, outcome) ? sumOf(outcome.profitUsd) : null;
}

/** What the plans earn that need no search. */
export const baselinesOf = (problem: Problem) => ({
  alwaysOnUsd: profitIfAllowed(problem, alwaysOn(problem)),
  neverOnUsd: profitIfAllowed(problem, neverOn(problem)),
  meritOrderUsd: profitIfAllowed(problem, meritOrder(problem)),
});
