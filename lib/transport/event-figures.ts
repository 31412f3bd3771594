import { type EventFigures, readEventFigures } from "@/lib/platform/events/event-figures";
import { inEventsUnit } from "./ctx";

let running: Promise<EventFigures> | undefined;

/**
 * How the event platform fares. Whoever asks while somebody's question is still open gets its answer: many who watch cost
 * one look at a time, also when the database hangs.
 */
export function eventFigures(): Promise<EventFigures> {
  running ??= inEventsUnit("watch", readEventFigures).finally(() => {
    running = undefined;
  });
  return running;
}
