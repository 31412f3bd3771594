import type { BusEvent } from "@/lib/kernel/event";
import type { Passed } from "../events/gate";
import type { GroupTopic } from "../events/inbox";
import { metrics } from "./metrics";

/** Counts a batch that a group has taken in and committed; `ms` is how long its transaction took. */
export function observeTaken(of: GroupTopic, passed: readonly Passed[], ms: number): void {
  if (passed.length === 0) return;
  const { handling, batches, taken, visible } = metrics();
  const run = passed.flatMap((one) => one.run);
  const counts = { run: run.length, blocked: count(passed, "blocked"), early: count(passed, "early") };
  handling.observe(of, ms / 1000);
  batches.observe(of, counts.run + counts.blocked + counts.early);
  for (const [outcome, events] of Object.entries(counts)) if (events > 0) taken.inc({ ...of, outcome }, events);
  for (const { event } of run) visible.observe(of, ageOf(event) / 1000);
}

/** Counts an event that a group could not take. */
export const observeParked = (of: GroupTopic, kind: string): void => metrics().parked.inc({ ...of, kind });

/** Counts a pause of a consumer that something it needs made it take. */
export const observeWait = (topic: string): void => metrics().waits.inc({ topic });

/** Counts events that the broker has received. */
export function observePublished(topic: string, events: readonly Pick<BusEvent, "occurred_at">[]): void {
  for (const event of events) metrics().published.observe({ topic }, ageOf(event) / 1000);
}

const count = (passed: readonly Passed[], what: "blocked" | "early") =>
  passed.reduce((sum, one) => sum + one[what].length, 0);

/** Milliseconds since it happened; the clocks of two machines may differ a little. */
const ageOf = ({ occurred_at }: Pick<BusEvent, "occurred_at">): number =>
  Math.max(0, Date.now() - Date.parse(occurred_at));
