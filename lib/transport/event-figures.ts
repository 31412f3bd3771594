import { readEventFigures } from "@/lib/platform/events/event-figures";
import { shared } from "@/lib/platform/shared";
import { inEventsUnit } from "./ctx";

/** How the event platform fares, in a unit of work of its own; many who watch cost one look at a time. */
export const eventFigures = shared(() => inEventsUnit("watch", readEventFigures));
