import type { Arrived, Batch, EventBus } from "@/lib/platform/events/event-bus";
import { seeded } from "./seeded";

/**
 * A transport at its worst: every event of these aggregates three times, in any order, in batches of any size; the place
 * moves with the last. What is other scenarios' comes before, as it is.
 */
export function shufflingBus(bus: EventBus, seed: number, prefix: string): EventBus {
  const random = seeded(seed);
  const shuffled = (events: readonly Arrived[]): Arrived[] =>
    events
      .map((one) => ({ one, place: random() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ one }) => one);
  const settle: Batch["settle"] = async () => undefined;
  return {
    ...bus,
    start: (subscribers) =>
      bus.start(
        subscribers.map((subscriber) => ({
          ...subscriber,
          async handle(batch, signal) {
            const { own = [], others = [] } = Object.groupBy(batch.events, ({ event }) =>
              event.aggregate_key.startsWith(prefix) ? "own" : "others",
            );
            if (own.length === 0) return subscriber.handle(batch, signal);
            if (others.length > 0) await subscriber.handle({ ...batch, events: others, settle }, signal);
            const rest = shuffled([...own, ...own, ...own]);
            while (rest.length > 0) {
              const events = rest.splice(0, 1 + Math.floor(random() * 20));
              await subscriber.handle({ ...batch, events, settle: rest.length === 0 ? batch.settle : settle }, signal);
            }
          },
        })),
      ),
  };
}
