import type { Plan } from "./plan";
import { gainsOfOff, type Problem, restartLosses } from "./problem";
import { unitPlanner } from "./unit-plan";

/** The best plan where no limit is shared, exactly: units that are alike all do the same. Kinds × hours steps. */
export function planEachAlone(problem: Problem): Plan {
  const planner = unitPlanner(problem.hours, problem.minOffHours);
  return problem.kinds.map((kind) => {
    gainsOfOff(problem, kind, planner.gains);
    restartLosses(problem, kind, planner.losses);
    planner.plan();
    const off = new Float64Array(planner.off);
    return off.map((isOff) => isOff * kind.quantity);
  });
}
