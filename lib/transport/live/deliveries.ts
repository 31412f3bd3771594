import type { BusEvent } from "@/lib/kernel/event";
import { type Hearer, hears, type LiveKind } from "@/lib/kernel/live";
import type { Position } from "@/lib/platform/events/position";
import { log } from "@/lib/platform/log";
import { eventFrame, resyncFrame, shownOf } from "./frames";

export type Kinds = ReadonlyMap<string, LiveKind>;
type Happened = { event: BusEvent; at: Position };

/**
 * What each listener is sent of some events, in their order; who hears of none isn't in it. `idOf` makes the text of a
 * position, once for all who hear of the event: they are of one company.
 */
export function deliveries<L extends Hearer>(
  events: readonly Happened[],
  listeners: Iterable<L>,
  kinds: Kinds,
  idOf: (at: Position, tenantId: string | null) => string | undefined,
): Map<L, string> {
  const due = new Map<L, string>();
  const byTenant = Map.groupBy(listeners, ({ tenantId }) => tenantId);
  for (const { event, at } of events) {
    const kind = kinds.get(event.kind);
    const hearers = kind ? (byTenant.get(event.tenant_id) ?? []).filter((one) => hears(kind, event, one)) : [];
    if (!kind || hearers.length === 0) continue;
    const frame = frameOf(kind, event, idOf(at, event.tenant_id));
    for (const hearer of hearers) due.set(hearer, (due.get(hearer) ?? "") + frame);
  }
  return due;
}

/** Where an event can't be shown, its listeners read afresh instead: they must not go on with what is old. */
function frameOf(kind: LiveKind, event: BusEvent, id: string | undefined): string {
  try {
    return eventFrame(id, shownOf(kind, event));
  } catch (error) {
    log.error({ err: error, kind: event.kind, event_id: event.event_id }, "an event has not what its kind shows");
    return resyncFrame(id);
  }
}
