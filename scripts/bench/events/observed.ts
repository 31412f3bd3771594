import type { Arrived, EventBus } from "@/lib/platform/events/event-bus";
import { monotonicMs } from "./monotonic-ms";
import type { Named, Took } from "./worker";

/** A transport that says of every batch when it was handed over and when it was committed. */
export const observed = (
  bus: EventBus,
  say: (took: Took) => void,
  namesOf: (events: readonly Arrived[]) => Named[],
): EventBus => ({
  start: (subscribers) =>
    bus.start(
      subscribers.map(({ group, topics, handle }) => ({
        group,
        topics,
        async handle(batch, signal) {
          const arrivedMs = monotonicMs();
          await handle(batch, signal);
          const { events } = batch;
          say({ group, arrivedMs, doneMs: monotonicMs(), events: events.length, names: namesOf(events) });
        },
      })),
    ),
  stop: () => bus.stop(),
});
