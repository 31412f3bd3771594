import { at, type Column, NO_HOURS, sumOf } from "../column";
import { alwaysOn, meritOrder, neverOn } from "./baselines";
import { fill, improve, steadyPlan } from "./fill";
import { modelSize, networkModel, planOfSolution, surchargeOfDuals } from "./network-model";
import { isAllowed, outcomeOf, type Plan, steadily } from "./plan";
import { fullLoadW, type Problem } from "./problem";
import type { Solve } from "./programme";
import { marginalSurcharge, sharpen } from "./surcharge";

/** The best plan found inside the limits, and what no plan earns more than; or why there is none. */
export type Limited = { plan: Plan; boundUsd: number } | { reason: string };

/** Sizes of programmes that the solver ends in seconds: one of real numbers (for prices), one of whole numbers. */
const MOST_FOR_PRICES = 200_000;
const MOST_FOR_WHOLE = 20_000;
/** Kinds × hours that are looked at for a bound and for a better plan. */
const BOUND_WORK = 2e8;
const IMPROVE_WORK = 3e7;

/**
 * The best plan inside limits that all machines share. Three ways, each better than the last and tried as far as the
 * size allows: places by efficiency, prices on load (whose bound says how far from the best that is), and all as one
 * programme of whole numbers.
 */
export async function planWithinLimits(problem: Problem, solve: Solve): Promise<Limited> {
  const reason = whyImpossible(problem);
  if (reason) return { reason };
  const steady = steadyPlan(problem) ?? (await steadyBySolver(problem, solve));
  if (!steady) return { reason: "No set of these machines draws between min_mw and max_mw." };
  const cells = problem.kinds.length * problem.hours;
  const better = (plan: Plan | null) => plan && improve(problem, plan, 1 + Math.floor(IMPROVE_WORK / cells));
  const marginal = marginalSurcharge(problem);
  let best = bestOf(problem, [
    better(steady),
    better(fill(problem)),
    better(fill(problem, marginal)),
    alwaysOn(problem),
    neverOn(problem),
    meritOrder(problem),
  ]);
  const alwaysOnUsd = earned(problem, alwaysOn(problem));
  const steps = Math.max(10, Math.min(300, Math.floor(BOUND_WORK / cells)));
  const from = (await solvedSurcharge(problem, solve)) ?? marginal;
  const sharp = sharpen(problem, from, { alwaysOnUsd, reachedUsd: best.usd, steps });
  best = bestOf(problem, [best.plan, better(fill(problem, sharp.surcharge))]);
  if (isProven(best.usd, sharp.boundUsd) || modelSize(problem) > MOST_FOR_WHOLE)
    return { plan: best.plan, boundUsd: sharp.boundUsd };
  const { x, bound } = await solve(networkModel(problem, true));
  best = bestOf(problem, [best.plan, x && planOfSolution(problem, x)]);
  return { plan: best.plan, boundUsd: Math.min(sharp.boundUsd, alwaysOnUsd + bound) };
}

/** Whether nothing better can be there, but for rounding: a millionth of a dollar, or a billionth of the profit. */
export const isProven = (usd: number, boundUsd: number): boolean => boundUsd - usd <= 1e-6 + 1e-9 * Math.abs(usd);

/** Limits that no fleet, or not this one, can keep. Hours are alike in this: what can run in one can run in all. */
function whyImpossible(problem: Problem): string | null {
  if (problem.maxW < problem.minW) return "min_mw is above max_mw.";
  const full = fullLoadW(problem);
  if (full < problem.minW) return `All machines together draw ${full / 1e6} MW, which is less than min_mw.`;
  return null;
}

/** Which machines to run in one hour, and so in all, by the solver: finding a sum inside narrow limits is hard. */
async function steadyBySolver(problem: Problem, solve: Solve): Promise<Plan | null> {
  const hour = { ...problem, hours: 1 };
  const { status, x } = await solve(networkModel(hour, true));
  if (status === "stopped" && !x)
    throw new Error("no set of machines inside the limits was found or ruled out in time");
  if (!x) return null;
  const off = planOfSolution(hour, x);
  return steadily(problem, (kind) => at(off[problem.kinds.indexOf(kind)] ?? NO_HOURS, 0));
}

/** The prices of the limits in the programme of real numbers; null where it is too large. */
async function solvedSurcharge(problem: Problem, solve: Solve): Promise<Column | null> {
  if (modelSize(problem) > MOST_FOR_PRICES) return null;
  const { rowDuals } = await solve(networkModel(problem, false));
  return rowDuals && surchargeOfDuals(problem, rowDuals);
}

const earned = (problem: Problem, plan: Plan): number => sumOf(outcomeOf(problem, plan).profitUsd);

/** The plan that earns most of those that may be run. */
function bestOf(problem: Problem, plans: readonly (Plan | null)[]): { plan: Plan; usd: number } {
  const [first, ...others] = plans.flatMap((plan) => {
    if (!plan) return [];
    const outcome = outcomeOf(problem, plan);
    return isAllowed(problem, plan, outcome) ? [{ plan, usd: sumOf(outcome.profitUsd) }] : [];
  });
  if (!first) throw new Error("a plan that keeps the limits was lost");
  return others.reduce((best, other) => (other.usd > best.usd ? other : best), first);
}
