import type { QueryConfig } from "pg";
import type { BusEvent, EventType, Occurrence, Topic } from "@/lib/kernel/event";
import { newOrderedId } from "@/lib/kernel/ids";
import { partOf } from "./part-of";

/** An event on its way into the outbox: the envelope, and what is stored beside it. */
export type NewEvent = { topic: Topic; event: BusEvent; value: string };

type Of = { tenantId: string | null; userId: string | null; at: Date };

/** Makes the event whole; its value is serialised here once, so that every transport carries the same bytes. */
export function newEvent(type: EventType, occurrence: Occurrence<unknown>, { tenantId, userId, at }: Of): NewEvent {
  const event: BusEvent = {
    event_id: newOrderedId(at.getTime()),
    kind: type.kind,
    tenant_id: occurrence.tenantId === undefined ? tenantId : occurrence.tenantId,
    user_id: occurrence.userId === undefined ? userId : occurrence.userId,
    entity_id: occurrence.entityId,
    aggregate_key: occurrence.key,
    aggregate_version: occurrence.version,
    schema_version: type.schemaVersion,
    occurred_at: at.toISOString(),
    payload: type.payload.parse(occurrence.payload),
  };
  return { topic: type.topic, event, value: JSON.stringify(event) };
}

/** Writes events, in the order in which they were told. */
export function outboxStatement(events: readonly NewEvent[], idempotencyKey: string | null): QueryConfig {
  const column = <T>(of: (one: NewEvent) => T) => events.map(of);
  return {
    name: "outbox",
    text: `insert into event_outbox (event_id, kind, topic, tenant_id, user_id, entity_id, aggregate_key, aggregate_version,
        part, schema_version, payload, idempotency_key)
      select event_id, kind, topic, tenant_id, user_id, entity_id, aggregate_key, aggregate_version, part, schema_version,
        payload::json, $12
      from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::bigint[], $9::int[],
        $10::int[], $11::text[]) with ordinality as told (event_id, kind, topic, tenant_id, user_id, entity_id,
        aggregate_key, aggregate_version, part, schema_version, payload, place)
      order by place`,
    values: [
      column(({ event }) => event.event_id),
      column(({ event }) => event.kind),
      column(({ topic }) => topic),
      column(({ event }) => event.tenant_id),
      column(({ event }) => event.user_id),
      column(({ event }) => event.entity_id),
      column(({ event }) => event.aggregate_key),
      column(({ event }) => event.aggregate_version),
      column(({ event }) => partOf(event.aggregate_key)),
      column(({ event }) => event.schema_version),
      column(({ value }) => value),
      idempotencyKey,
    ],
  };
}
