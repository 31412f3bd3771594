/** What the product promises of itself: of all that is measured, the share `target` is good. */
export type Objective = {
  target: number;
  /** Good is what takes no longer; where it is no duration, null. */
  withinMs: number | null;
};

/** Over this many days an objective holds or doesn't. */
export const PERIOD_DAYS = 30;

export const OBJECTIVES = {
  /** Answers of the doors that are no fault of ours (5xx); probes don't count. */
  availability: { target: 0.9995, withinMs: null },
  /** Answers of REST. */
  api_p95: { target: 0.95, withinMs: 250 },
  api_p99: { target: 0.99, withinMs: 500 },
  /** From what happened to its effect in a group. */
  write_to_visible: { target: 0.95, withinMs: 3_000 },
  /** From what happened to the broker's receipt. */
  outbox_to_bus: { target: 0.5, withinMs: 500 },
  /** A batch of events in its transaction. */
  consumer_handling: { target: 0.95, withinMs: 1_000 },
  /** Events that did not end in the dead-letter queue. */
  events_taken: { target: 0.999, withinMs: null },
  /** Seconds in which no more than four fifths of the database's connections were busy and nobody waited. */
  pool_use: { target: 0.99, withinMs: null },
  /** Look-ups that the cache answered. */
  cache_hits: { target: 0.9, withinMs: null },
} as const satisfies Record<string, Objective>;

export type ObjectiveName = keyof typeof OBJECTIVES;
export const OBJECTIVE_NAMES = Object.keys(OBJECTIVES) as ObjectiveName[];
