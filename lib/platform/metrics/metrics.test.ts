import { afterEach, expect, it } from "vitest";
import type { Arrived } from "../events/event-bus";
import { metrics } from "./metrics";
import { serveMetrics } from "./metrics-server";
import { observeParked, observePublished, observeTaken, observeWait } from "./observe-events";
import { observeJob } from "./observe-job";
import { observeRequest } from "./observe-request";
import { setEventGauges } from "./set-event-gauges";

afterEach(() => {
  globalThis.hashinsightMetrics = undefined;
});

const text = () => metrics().registry.metrics();
const OF = { group: "portfolio-recalc-group", topic: "events.miner" } as const;
const SINCE = new Date("2026-11-26T10:00:00Z");
const NOW = new Date("2026-11-26T10:00:30Z");

it("counts an answer by the route that was bound, never by what was asked", async () => {
  observeRequest({ door: "rest", method: "GET", route: "/api/keys/{id}", status: 404, ms: 7 });
  const line = 'door="rest",method="GET",route="/api/keys/{id}",status="404"';
  expect(await text()).toContain(`hashinsight_request_duration_seconds_bucket{le="0.01",${line}} 1`);
  expect(await text()).toContain(`hashinsight_request_duration_seconds_bucket{le="0.005",${line}} 0`);
});

it("counts what a group took, and how long after it happened", async () => {
  const event = { occurred_at: new Date(Date.now() - 2_000).toISOString() };
  const one = { event } as Arrived;
  observeTaken(OF, [{ key: "a", run: [one, one], blocked: [one], early: [], version: 2 }], 40, SINCE);
  observeTaken(OF, [], 1, SINCE);
  const lines = await text();
  expect(lines).toContain(
    'hashinsight_consumer_events_total{group="portfolio-recalc-group",topic="events.miner",outcome="run"} 2',
  );
  expect(lines).toContain('outcome="blocked"} 1');
  expect(lines).not.toContain('outcome="early"');
  expect(lines).toContain(
    'hashinsight_consumer_batch_events_count{group="portfolio-recalc-group",topic="events.miner"} 1',
  );
  expect(lines).toContain(
    'hashinsight_write_to_visible_seconds_bucket{le="3",group="portfolio-recalc-group",topic="events.miner"} 2',
  );
  expect(lines).toContain(
    'hashinsight_write_to_visible_seconds_bucket{le="1",group="portfolio-recalc-group",topic="events.miner"} 0',
  );
});

it("counts pauses, parked events, publications and jobs", async () => {
  observeWait("events.ops");
  observeParked(OF, "ZodError");
  const published = (at: Date) => ({ topic: "events.ops", event: { occurred_at: at.toISOString() } });
  observePublished([published(new Date()), published(new Date(SINCE.getTime() - 1))], SINCE);
  observeJob("identity.sweep", "failed", 20);
  const lines = await text();
  expect(lines).toContain('hashinsight_consumer_waits_total{topic="events.ops"} 1');
  expect(lines).toContain('kind="ZodError"} 1');
  expect(lines).toContain('hashinsight_outbox_publish_seconds_count{topic="events.ops"} 1');
  expect(lines).toContain('hashinsight_job_duration_seconds_count{task="identity.sweep",outcome="failed"} 1');
});

it("tells of the events only what the database said at this look", async () => {
  const figures = {
    transport: "postgres" as const,
    outbox: { backlog: 3, oldest: SINCE },
    lag: [{ ...OF, events: 3, oldest: SINCE }],
    dead: [{ ...OF, failed: 1, blocked: 4, keys: 1, oldest: SINCE }],
    early: [{ ...OF, events: 2 }],
  };
  expect(await text()).not.toMatch(/^hashinsight_(outbox_backlog|database_up)/m);
  setEventGauges(figures, NOW);
  const lines = await text();
  expect(lines).toContain("hashinsight_outbox_backlog_events 3");
  expect(lines).toContain("hashinsight_outbox_oldest_seconds 30");
  expect(lines).toContain('hashinsight_consumer_lag_seconds{group="portfolio-recalc-group",topic="events.miner"} 30');
  expect(lines).toContain('topic="events.miner",reason="blocked"} 4');
  expect(lines).not.toMatch(/^hashinsight_brokers_up/m);
  setEventGauges({ ...figures, transport: "kafka", lag: null }, NOW);
  const deaf = await text();
  expect(deaf).toContain("hashinsight_brokers_up 0");
  expect(deaf).not.toMatch(/^hashinsight_consumer_lag_events[ {]/m);
  setEventGauges({ ...figures, transport: "kafka" }, NOW);
  expect(await text()).toContain("hashinsight_brokers_up 1");
  setEventGauges(undefined, NOW);
  const silent = await text();
  expect(silent).toContain("hashinsight_database_up 0");
  expect(silent).not.toMatch(/^hashinsight_(outbox_backlog_events|dlq_events|consumer_lag_events)[ {]/m);
});

it("a background process tells its figures to this machine", async () => {
  const server = await serveMetrics({ host: "127.0.0.1", port: 0, token: undefined });
  try {
    const ask = (path: string, headers = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, { headers });
    const answer = await ask("/metrics");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/plain; version=0.0.4");
    expect(await answer.text()).toContain("nodejs_eventloop_lag_p99_seconds");
    expect((await ask("/metrics", { "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
    expect((await ask("/")).status).toBe(404);
  } finally {
    server.stop();
  }
});
