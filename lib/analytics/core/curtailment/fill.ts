import { at, type Column, sumOf } from "../column";
import { placeUnits } from "./place-units";
import { outcomeOf, type Plan, steadily } from "./plan";
import { fullLoadW, type Kind, type Problem } from "./problem";

/** A plan inside the limits: kinds take their places one after another, the most efficient first. Null: none was found. */
export function fill(problem: Problem, surcharge?: Column): Plan | null {
  const room = { loadW: new Float64Array(problem.hours), restW: fullLoadW(problem) };
  const plan: Column[] = [];
  for (const kind of problem.kinds) {
    const off = placeUnits(problem, kind, room, surcharge);
    if (!off) return null;
    plan.push(off);
  }
  return plan;
}

/**
 * The same machines running in every hour, as many as fit, the most efficient first. If any plan keeps the limits, some
 * such plan does, for they are the same in every hour; but it need not be this one (null).
 */
export function steadyPlan(problem: Problem): Plan | null {
  let load = 0;
  const on = new Map<Kind, number>();
  for (const kind of problem.kinds) {
    const units = Math.min(kind.quantity, Math.floor((problem.maxW - load) / kind.powerW));
    load += units * kind.powerW;
    on.set(kind, units);
  }
  return load < problem.minW ? null : steadily(problem, (kind) => kind.quantity - (on.get(kind) ?? 0));
}

/** Kinds take new places one after another while the rest stands, as long as that earns more and `rounds` last. */
export function improve(problem: Problem, given: Plan, rounds: number): Plan {
  const plan = [...given];
  const { loadW } = outcomeOf(problem, plan);
  for (let round = 0, isBetter = true; round < rounds && isBetter; round++) {
    isBetter = false;
    for (const [index, kind] of problem.kinds.entries()) {
      const off = plan[index];
      if (!off) continue;
      const own = (column: Column, hour: number) => (kind.quantity - at(column, hour)) * kind.powerW;
      const others = loadW.map((load, hour) => load - own(off, hour));
      const found = placeUnits(problem, kind, { loadW: others.slice(), restW: kind.powerW * kind.quantity });
      if (!found || earned(problem, kind, found) <= earned(problem, kind, off)) continue;
      for (let hour = 0; hour < problem.hours; hour++) loadW[hour] = at(others, hour) + own(found, hour);
      plan[index] = found;
      isBetter = true;
    }
  }
  return plan;
}

const earned = (problem: Problem, kind: Kind, off: Column): number =>
  sumOf(outcomeOf({ ...problem, kinds: [kind] }, [off]).profitUsd);
