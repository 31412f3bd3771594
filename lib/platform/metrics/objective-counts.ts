import { OBJECTIVES, type ObjectiveName } from "@/lib/kernel/objectives";

export type ObjectiveCount = { objective: ObjectiveName; total: number; good: number };

declare global {
  // Pages, actions and REST are bundled apart, each with a copy of this module.
  var hashinsightObjectives: Map<ObjectiveName, ObjectiveCount> | undefined;
}

const counts = (): Map<ObjectiveName, ObjectiveCount> => {
  globalThis.hashinsightObjectives ??= new Map();
  return globalThis.hashinsightObjectives;
};

/** Counts what was measured for an objective, and how much of it was good, until it is taken to be written down. */
export function countObjective(objective: ObjectiveName, total: number, good: number): void {
  if (total === 0) return;
  const known = counts().get(objective);
  if (known) Object.assign(known, { total: known.total + total, good: known.good + good });
  else counts().set(objective, { objective, total, good });
}

/** Counts one duration; within the objective's time it is good. */
export const countDuration = (objective: ObjectiveName, ms: number): void =>
  countObjective(objective, 1, ms <= (OBJECTIVES[objective].withinMs ?? 0) ? 1 : 0);

/** What was counted since it was last taken. */
export function takeObjectives(): ObjectiveCount[] {
  const taken = [...counts().values()];
  counts().clear();
  return taken;
}
