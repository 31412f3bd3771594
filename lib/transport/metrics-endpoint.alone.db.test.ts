import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { getMetrics } from "./metrics-endpoint";

const drop = await ownDatabase();
afterAll(drop);

const ask = (headers: Record<string, string> = {}) =>
  getMetrics(new Request("http://localhost/metrics", { headers: { "x-client-address": "127.0.0.1", ...headers } }));

const insertEvent = (topic: string, version: number) =>
  query(
    `insert into event_outbox (event_id, kind, topic, entity_id, aggregate_key, aggregate_version, part, schema_version, payload, created_at)
     values ($1, 'test.thing.told.v1', $2, 'x', 'test:1', $3, 0, 1, '{}', timezone('utc', now()) - interval '90 seconds')`,
    [randomUUID(), topic, version],
  );

beforeAll(async () => {
  await insertEvent("events.miner", 1);
  await query(
    `insert into event_positions (consumer_group, topic, snapshot, cluster)
     select name, topic, snapshot, system_identifier::text from pg_control_system() cross join (values
       ('fast-group', 'events.miner', pg_current_snapshot()::text), ('slow-group', 'events.miner', '1:1:'),
       ('relay', '*', '1:1:')) as given (name, topic, snapshot)`,
  );
  await insertEvent("events.miner", 2);
  await insertEvent("events.ops", 1);
  await query(
    `insert into event_dlq (event_id, consumer_group, topic, kind, aggregate_key, aggregate_version, payload, reason)
     values ($1, 'slow-group', 'events.miner', 'test.thing.told.v1', 'test:1', 1, '{}', 'failed')`,
    [randomUUID()],
  );
});

it("tells how far each group is behind, what the outbox still holds, and what is dead", async () => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  const lines = await answer.text();
  expect(lines).toContain("hashinsight_database_up 1");
  expect(lines).toContain('hashinsight_consumer_lag_events{group="fast-group",topic="events.miner"} 1');
  expect(lines).toContain('hashinsight_consumer_lag_events{group="slow-group",topic="events.miner"} 2');
  expect(lines).not.toContain('group="relay"');
  expect(lines).toContain("hashinsight_outbox_backlog_events 2");
  const [, age] = /^hashinsight_outbox_oldest_seconds ([\d.]+)$/m.exec(lines) ?? [];
  expect(Number(age)).toBeGreaterThan(85);
  expect(lines).toContain('hashinsight_dlq_events{group="slow-group",topic="events.miner",reason="failed"} 1');
});

it("leaves out the part of a backlog that a group has paged through", async () => {
  await query(
    `update event_positions set pinned = pg_current_snapshot()::text, after_id = (select min(id) from event_outbox)
     where consumer_group = 'slow-group'`,
  );
  // Who asks again at once gets the same answer.
  await until(
    async () => (await ask()).text(),
    (lines) => lines.includes('hashinsight_consumer_lag_events{group="slow-group",topic="events.miner"} 1'),
  );
});

it("is not there for strangers", async () => {
  const answer = await ask({ "x-client-address": "203.0.113.9" });
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain("hashinsight_");
});
