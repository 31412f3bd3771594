import type { BusEvent } from "@/lib/kernel/event";
import type { Passed } from "../events/gate";
import type { GroupTopic } from "../events/inbox";
import { metrics } from "./metrics";
import { countDuration, countObjective } from "./objective-counts";

/**
 * Counts a batch that a group has taken in and committed; `ms` is how long its transaction took. How old an event was is
 * counted where it happened since `began`: what is older is the history that a new group begins with.
 */
export function observeTaken(of: GroupTopic, passed: readonly Passed[], ms: number, began: Date): void {
  if (passed.length === 0) return;
  const { handling, batches, taken, visible } = metrics();
  const run = passed.flatMap((one) => one.run);
  const counts = { run: run.length, blocked: count(passed, "blocked"), early: count(passed, "early") };
  handling.observe(of, ms / 1000);
  batches.observe(of, counts.run + counts.blocked + counts.early);
  for (const [outcome, events] of Object.entries(counts)) if (events > 0) taken.inc({ ...of, outcome }, events);
  countDuration("consumer_handling", ms);
  countObjective("events_taken", counts.run, counts.run);
  for (const { event } of run) {
    const age = ageOf(event, began);
    if (age === null) continue;
    visible.observe(of, age / 1000);
    countDuration("write_to_visible", age);
  }
}

/** Counts an event that a group could not take. */
export function observeParked(of: GroupTopic, kind: string): void {
  metrics().parked.inc({ ...of, kind });
  countObjective("events_taken", 1, 0);
}

/** Counts a pause of a consumer that something it needs made it take. */
export const observeWait = (topic: string): void => metrics().waits.inc({ topic });

/** Counts events that the broker has received, those since the relay `began`. */
export function observePublished(events: readonly Published[], began: Date): void {
  for (const { topic, event } of events) {
    const age = ageOf(event, began);
    if (age === null) continue;
    metrics().published.observe({ topic }, age / 1000);
    countDuration("outbox_to_bus", age);
  }
}

type Published = { topic: string; event: Pick<BusEvent, "occurred_at"> };

const count = (passed: readonly Passed[], what: "blocked" | "early") =>
  passed.reduce((sum, one) => sum + one[what].length, 0);

/** Milliseconds since it happened, null for what is older than `began`; the clocks of two machines may differ a little. */
function ageOf({ occurred_at }: Pick<BusEvent, "occurred_at">, began: Date): number | null {
  const at = Date.parse(occurred_at);
  return at < began.getTime() ? null : Math.max(0, Date.now() - at);
}
