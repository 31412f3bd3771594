import type { Arrived } from "./event-bus";

/** Where a group is with an aggregate. `version` is the last whose effect it has; 0 before the first. */
export type KeyState = { version: number; isParked: boolean };

/** What becomes of the events of one aggregate. */
export type Passed = {
  key: string;
  /** Those whose turn it is, in their order. */
  run: Arrived[];
  /** Those of a parked aggregate, which wait behind the one that failed. */
  blocked: Arrived[];
  /** Those that came before the one ahead of them. */
  early: Arrived[];
  /** The version that the aggregate then has. */
  version: number;
};

/**
 * Lets each aggregate's events through in the order of their versions, each once: what is at or below the version has had
 * its effect, what is beyond the next has to wait. Aggregates don't wait for one another. Pure.
 */
export function passGate(arrived: readonly Arrived[], states: ReadonlyMap<string, KeyState>): Passed[] {
  const byKey = Map.groupBy(arrived, ({ event }) => event.aggregate_key);
  return [...byKey].map(([key, events]) => passKey(key, events, states.get(key) ?? { version: 0, isParked: false }));
}

function passKey(key: string, events: readonly Arrived[], { version, isParked }: KeyState): Passed {
  const passed: Passed = { key, run: [], blocked: [], early: [], version };
  for (const one of events.toSorted((a, b) => a.event.aggregate_version - b.event.aggregate_version)) {
    const { aggregate_version } = one.event;
    if (isParked) passed.blocked.push(one);
    else if (aggregate_version === passed.version + 1) {
      passed.run.push(one);
      passed.version = aggregate_version;
    } else if (aggregate_version > passed.version + 1) passed.early.push(one);
  }
  return passed;
}
