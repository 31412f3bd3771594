import { EventDied } from "@/lib/kernel/dead-events";
import { faultOf, layBehind, layDown } from "@/lib/platform/events/dead";
import type { Arrived } from "@/lib/platform/events/event-bus";
import { type GroupTopic, takeEarly, takeIn } from "@/lib/platform/events/inbox";
import { log } from "@/lib/platform/log";
import { observeParked } from "@/lib/platform/metrics/observe-events";
import { eventsUnit } from "./ctx";

/**
 * Lays an event down that a group can't take, and parks its aggregate for the group: what follows waits behind it, until
 * it is replayed. Told on events.dlq in the same transaction.
 */
export async function park(of: GroupTopic, dead: Arrived, cause: unknown, tries: number): Promise<void> {
  const { event } = dead;
  const fault = { ...faultOf(cause), tries };
  const unit = eventsUnit(of.group);
  try {
    await takeIn({ unit }, of, [dead]);
    const deaths = await layDown({ unit }, of, dead, fault);
    const early = await takeEarly({ unit }, of, [event.aggregate_key]);
    await layBehind(
      { unit },
      of,
      early.filter((one) => one.event.event_id !== event.event_id),
    );
    await unit.rescope({ tenantId: event.tenant_id });
    unit.emit(EventDied, {
      entityId: event.event_id,
      key: `${of.group}/${of.topic}/${event.aggregate_key}`,
      version: deaths,
      userId: event.user_id,
      payload: {
        event_id: event.event_id,
        kind: event.kind,
        topic: of.topic,
        consumer_group: of.group,
        aggregate_key: event.aggregate_key,
        aggregate_version: event.aggregate_version,
        error_kind: fault.kind,
      },
    });
    await unit.commit();
  } catch (error) {
    await unit.rollback(error);
    throw error;
  }
  observeParked(of, fault.kind);
  log.error({ err: cause, group: of.group, kind: event.kind, key: event.aggregate_key }, "an event is in the DLQ");
}
