import { at, type Column } from "../column";
import { fullLoadW, gainsOfOff, type Kind, type Problem, restartLosses } from "./problem";
import { unitPlanner } from "./unit-plan";

/**
 * A price on load in each hour, dollars a MWh on top of that of power, in place of the limits: above zero where too much
 * would run, below where too little. Each kind then answers for itself, and what comes out is never less than the best
 * plan inside the limits (Lagrange): a bound, whatever the surcharge.
 */
export type Bound = { boundUsd: number; loadW: Column };

/** `alwaysOnUsd` is what all machines earn that never stop, limits or not. */
export function boundOf(problem: Problem, surcharge: Column, alwaysOnUsd: number): Bound {
  const planner = unitPlanner(problem.hours, problem.minOffHours);
  const loadW = new Float64Array(problem.hours).fill(fullLoadW(problem));
  let boundUsd = alwaysOnUsd;
  for (let hour = 0; hour < problem.hours; hour++) {
    const price = at(surcharge, hour);
    if (price !== 0) boundUsd += (price * ((price > 0 ? problem.maxW : problem.minW) - at(loadW, hour))) / 1e6;
  }
  for (const kind of problem.kinds) {
    gainsOfOff(problem, kind, planner.gains, surcharge);
    restartLosses(problem, kind, planner.losses);
    boundUsd += kind.quantity * planner.plan();
    const watts = kind.quantity * kind.powerW;
    for (let hour = 0; hour < problem.hours; hour++) loadW[hour] = at(loadW, hour) - watts * (planner.off[hour] ?? 0);
  }
  return { boundUsd, loadW };
}

/**
 * The surcharge that fits where hours don't hang together: what the last MWh that still fits is worth. Machines are
 * taken by efficiency, which is the same order in every hour.
 */
export function marginalSurcharge(problem: Problem): Column {
  const atMost = kindAt(problem, problem.maxW);
  const atLeast = problem.minW > 0 ? kindAt(problem, problem.minW) : undefined;
  const worth = (kind: Kind | undefined, hour: number) =>
    kind
      ? (kind.hashrateThs * at(problem.usdPerTh, hour)) / (kind.powerW / 1e6) -
        at(problem.powerUsdPerMwh, hour) -
        at(problem.creditUsdPerMwh, hour)
      : 0;
  return Float64Array.from(
    { length: problem.hours },
    (_, hour) => Math.max(0, worth(atMost, hour)) || Math.min(0, worth(atLeast, hour)),
  );
}

/** The kind during which machines, taken in their order, come to draw more than this. */
function kindAt({ kinds }: Problem, watts: number): Kind | undefined {
  let sum = 0;
  return kinds.find(({ powerW, quantity }) => {
    sum += powerW * quantity;
    return sum > watts;
  });
}

const PATIENCE = 8;

/**
 * A surcharge whose bound is nearer to the best plan: Polyak's subgradient steps towards `reachedUsd`, which a plan
 * already earns, half as long after every few that did not help. The same steps for the same problem, however fast the
 * machine is.
 */
export function sharpen(
  problem: Problem,
  from: Column,
  goal: { alwaysOnUsd: number; reachedUsd: number; steps: number },
) {
  let best = { surcharge: from, ...boundOf(problem, from, goal.alwaysOnUsd) };
  let last = best;
  let [stride, idle] = [1, 0];
  for (let step = 0; step < goal.steps && best.boundUsd > goal.reachedUsd; step++) {
    const excess = last.loadW.map((load, hour) => missedMw(problem, load, at(last.surcharge, hour)));
    const length = excess.reduce((sum, mw) => sum + mw * mw, 0);
    if (length === 0) break;
    const scale = (stride * (last.boundUsd - goal.reachedUsd)) / length;
    const surcharge = last.surcharge.map((price, hour) => inReach(problem, price + scale * at(excess, hour)));
    last = { surcharge, ...boundOf(problem, surcharge, goal.alwaysOnUsd) };
    idle = last.boundUsd < best.boundUsd ? 0 : idle + 1;
    if (last.boundUsd < best.boundUsd) best = last;
    if (idle === PATIENCE) [stride, idle, last] = [stride / 2, 0, best];
  }
  return best;
}

/** How far the load is from the limit that the surcharge stands for. */
function missedMw({ maxW, minW }: Problem, load: number, price: number): number {
  if (price > 0 || (price === 0 && load > maxW)) return (load - maxW) / 1e6;
  if (price < 0 || (price === 0 && load < minW)) return (load - minW) / 1e6;
  return 0;
}

/** A limit that isn't there has no price. */
const inReach = ({ maxW, minW }: Problem, price: number): number =>
  (price > 0 && maxW === Number.POSITIVE_INFINITY) || (price < 0 && minW <= 0) ? 0 : price;
