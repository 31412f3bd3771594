import type { Arrived, Batch, EventBus } from "@/lib/platform/events/event-bus";
import { seeded } from "./seeded";

/** A transport at its worst: every event three times, in any order, in batches of any size; the place moves with the last. */
export function shufflingBus(bus: EventBus, seed: number): EventBus {
  const random = seeded(seed);
  const shuffled = (events: readonly Arrived[]): Arrived[] =>
    events
      .map((one) => ({ one, place: random() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ one }) => one);
  return {
    ...bus,
    start: (subscribers) =>
      bus.start(
        subscribers.map((subscriber) => ({
          ...subscriber,
          async handle(batch, signal) {
            const rest = shuffled([...batch.events, ...batch.events, ...batch.events]);
            while (rest.length > 0) {
              const events = rest.splice(0, 1 + Math.floor(random() * 20));
              const settle: Batch["settle"] = rest.length === 0 ? batch.settle : async () => undefined;
              await subscriber.handle({ ...batch, events, settle }, signal);
            }
          },
        })),
      ),
  };
}
