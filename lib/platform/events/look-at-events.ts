import type { Scope } from "@/lib/kernel/context";
import { newRequestId } from "@/lib/kernel/ids";
import { singleFlight } from "../single-flight";
import { openUnitOfWork } from "../unit-of-work";
import { type EventFigures, readEventFigures } from "./event-figures";

const SCOPE: Scope = { tenantId: null, userId: null, ownOnly: false, lookup: null, work: "events" };

/**
 * How the event platform fares, on a connection of its own: ask before a unit of work holds one. Many who watch cost one
 * look at a time.
 */
export const lookAtEvents = singleFlight(async (): Promise<EventFigures> => {
  const actor = { kind: "system", id: "watch" };
  const unit = openUnitOfWork("watch", { actor, requestId: newRequestId(), scope: SCOPE, now: () => new Date() });
  try {
    const figures = await readEventFigures({ unit });
    await unit.commit();
    return figures;
  } catch (error) {
    await unit.rollback(error);
    throw error;
  }
});
