import { type Plan, steadily } from "./plan";
import { gainsOfOff, type Problem } from "./problem";

export const alwaysOn = (problem: Problem): Plan => steadily(problem, () => 0);

export const neverOn = (problem: Problem): Plan => steadily(problem, ({ quantity }) => quantity);

/** Each machine and hour for itself: off where that alone gains, restarts and least times not thought of. */
export function meritOrder(problem: Problem): Plan {
  const gains = new Float64Array(problem.hours);
  return problem.kinds.map((kind) => {
    gainsOfOff(problem, kind, gains);
    return gains.map((gain) => (gain > 0 ? kind.quantity : 0));
  });
}
