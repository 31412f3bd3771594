import { at, type Column, NO_HOURS } from "../column";
import type { Kind, Problem } from "./problem";

/** How many units of each kind are off in each hour: a column a kind. Who of them it is decides `answer.ts`. */
export type Plan = readonly Column[];

/** As many off in every hour. */
export const steadily = ({ kinds, hours }: Problem, offOf: (kind: Kind) => number): Plan =>
  kinds.map((kind) => new Float64Array(hours).fill(offOf(kind)));

/** Dollars and watts of a plan in each hour. */
export type Outcome = { profitUsd: Column; loadW: Column };

export function outcomeOf(problem: Problem, plan: Plan): Outcome {
  const outcome: Outcome = { profitUsd: new Float64Array(problem.hours), loadW: new Float64Array(problem.hours) };
  for (const [index, kind] of problem.kinds.entries()) addKind(problem, kind, plan[index] ?? NO_HOURS, outcome);
  return outcome;
}

/**
 * Profit = revenue and power of those that run, credit for those that don't, and the restart loss of those that come
 * back. Of units that are alike the fewest come back: who was off longest returns first, none swaps with another.
 */
function addKind(problem: Problem, kind: Kind, off: Column, { profitUsd, loadW }: Outcome): void {
  const { powerUsdPerMwh, creditUsdPerMwh, usdPerTh, restartHours } = problem;
  const mwh = kind.powerW / 1e6;
  let offBefore = 0;
  for (let hour = 0; hour < problem.hours; hour++) {
    const offNow = at(off, hour);
    const on = kind.quantity - offNow;
    const revenue = kind.hashrateThs * at(usdPerTh, hour);
    const back = Math.max(0, offBefore - offNow);
    profitUsd[hour] =
      at(profitUsd, hour) +
      on * (revenue - mwh * at(powerUsdPerMwh, hour)) +
      offNow * mwh * at(creditUsdPerMwh, hour) -
      back * restartHours * revenue;
    loadW[hour] = at(loadW, hour) + on * kind.powerW;
    offBefore = offNow;
  }
}

/** Whether the load stays inside the limits in every hour. */
export const keepsLimits = ({ maxW, minW }: Problem, { loadW }: Outcome): boolean =>
  loadW.every((load) => load <= maxW && load >= minW);

/**
 * Whether units can be off as often as a column says with no block shorter than the least: who went off in the last
 * hours must still be off.
 */
export function keepsMinOff({ hours, minOffHours }: Problem, off: Column): boolean {
  let recent = 0;
  for (let hour = 0; hour < hours; hour++) {
    recent += wentOff(off, hour);
    if (hour >= minOffHours) recent -= wentOff(off, hour - minOffHours);
    if (recent > at(off, hour)) return false;
  }
  return true;
}

const wentOff = (off: Column, hour: number): number =>
  Math.max(0, at(off, hour) - (hour === 0 ? 0 : at(off, hour - 1)));

/** Whether a plan may be run as it is. */
export const isAllowed = (problem: Problem, plan: Plan, outcome: Outcome): boolean =>
  keepsLimits(problem, outcome) && plan.every((off) => keepsMinOff(problem, off));
