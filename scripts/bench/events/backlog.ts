import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { UserMinerChanged } from "@/lib/machines/events";
import { newEvent } from "@/lib/platform/events/outbox";
import { partOf } from "@/lib/platform/events/part-of";

/** Aggregates of a backlog: their events come one of each in turn, in versions without gaps. */
const AGGREGATES = 1_000;

/** What an event of a backlog says. */
export const FACTS = {
  miner_model_id: "antminer-s21-200t",
  quantity: 120,
  electricity_cost: 0.055,
  label: "Row 7",
  site: "North",
  purchased_at: "2026-01-15T00:00:00.000Z",
  cost_usd: 3_400,
};

/** Puts events into the outbox in one transaction, byte for byte as `ctx.emit` writes them; whole rounds of aggregates. */
export async function fillOutbox(admin: Client, events: number, { companies = 1 } = {}): Promise<void> {
  const tenants = Array.from({ length: companies }, () => randomUUID());
  const owner = (index: number) => tenants[index % companies] ?? "";
  const keys = Array.from({ length: AGGREGATES }, (_, index) => `portfolio:${owner(index)}:${randomUUID()}`);
  await admin.query(
    `insert into event_outbox (event_id, kind, topic, tenant_id, entity_id, aggregate_key, aggregate_version, part, schema_version, payload)
     select id, $5, $6, tenant, $9::text, key, version, part, $7, format($8, id, tenant, $9, key, version)::json
     from (select uuidv7() as id, a.*, version
       from generate_series(1, $4::int) as version
         cross join unnest($1::text[], $2::uuid[], $3::int[]) with ordinality as a (key, tenant, part, place)
       order by version, place offset 0) as made`,
    [
      ...[keys, keys.map((_, index) => owner(index)), keys.map(partOf), Math.ceil(events / AGGREGATES)],
      ...[UserMinerChanged.kind, UserMinerChanged.topic, UserMinerChanged.schemaVersion, template(), randomUUID()],
    ],
  );
}

/** The value of an event with %1$s … where Postgres puts in what differs. */
function template(): string {
  const { event, value } = newEvent(
    UserMinerChanged,
    { entityId: "%3$s", key: "%4$s", version: 1, tenantId: "%2$s", payload: FACTS },
    { tenantId: null, userId: null, at: new Date() },
  );
  return value.replace(event.event_id, "%1$s").replace('"aggregate_version":1', '"aggregate_version":%5$s');
}
