import type { Objective } from "@/lib/kernel/objectives";
import type { ObjectiveState } from "../schemas";
import { budgetLeft, burnRate, type Measured } from "./burn-rate";

/** By which the speed is told, the shortest first. */
export const WINDOWS = ["5m", "1h", "6h", "3d"] as const;
export type Window = (typeof WINDOWS)[number];
export type Measures = Record<Window | "30d", Measured>;

/** At this speed a fiftieth of a month's budget goes in an hour. */
const FAST = 14.4;
/** Where the budget is so large that nothing burns it so fast: four fifths are bad. */
const NEARLY_ALL: Measured = { total: 5, good: 1 };
const SLOW = 1;
/** A few tell nothing. */
const FEWEST = 10;

/**
 * How an objective stands, as the alerts judge it: it burns fast or slowly where a long window says so and a short one that
 * it still does; it is missed where the month's budget is gone.
 */
export function judgeObjective(objective: Objective, measures: Measures): ObjectiveState {
  const burns = (window: Window, rate: number) =>
    measures[window].total >= FEWEST && (burnRate(objective, measures[window]) ?? 0) >= rate;
  const fast = Math.min(FAST, burnRate(objective, NEARLY_ALL) ?? FAST);
  if (burns("1h", fast) && burns("5m", fast)) return "burns_fast";
  // Before the budget is one bad answer, a single one would be all of it.
  if (measures["30d"].total < Math.max(FEWEST, Math.round(1 / (1 - objective.target)))) return "no_data";
  if ((budgetLeft(objective, measures["30d"]) ?? 1) < 0) return "missed";
  if (burns("3d", SLOW) && burns("6h", SLOW)) return "burns_slowly";
  return "kept";
}
