import { describe, expect, it } from "vitest";
import { type HealthFacts, judgeHealth } from "./judge-health";

const NOW = new Date("2026-11-26T12:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const OF = { group: "intel-group", topic: "events.ops" };
const NO_EVENTS = {
  transport: "postgres" as const,
  outbox: { backlog: 0, oldest: null },
  lag: [],
  dead: [],
  early: [],
};
const WELL: HealthFacts = {
  isDraining: false,
  database: { ok: true, responseTimeMs: 500 },
  pool: { busy: 8, idle: 2, waiting: 0, size: 10 },
  migrations: { applied: 11, missing: [] },
  events: {
    ...NO_EVENTS,
    outbox: { backlog: 2, oldest: ago(60) },
    lag: [{ ...OF, events: 2, oldest: ago(60) }],
  },
};
const judged = (change: Partial<HealthFacts>) => judgeHealth({ ...WELL, ...change }, NOW);

describe("health", () => {
  it("is ok up to the edge, with counts and times", () =>
    expect(judged({})).toMatchObject({
      status: "ok",
      reasons: [],
      checks: {
        database: { response_time_ms: 500 },
        outbox: { backlog: 2, oldest_age_s: 60 },
        kafka_consumer: { total_lag: 2, oldest_age_s: 60 },
        dlq: { count: 0, oldest_age_s: null },
      },
    }));

  it.each<[Partial<HealthFacts>, "degraded" | "down", string[]]>([
    [{ isDraining: true }, "down", ["stopping"]],
    [{ database: { ok: true, responseTimeMs: 501 } }, "degraded", ["database_slow"]],
    [{ pool: { busy: 9, idle: 1, waiting: 0, size: 10 } }, "degraded", ["pool_full"]],
    [{ pool: { busy: 1, idle: 0, waiting: 1, size: 10 } }, "degraded", ["pool_full"]],
    [{ migrations: { applied: 10, missing: ["x"] } }, "down", ["migrations_missing"]],
    [{ events: undefined }, "degraded", ["events_unknown"]],
    [{ events: { ...NO_EVENTS, outbox: { backlog: 1, oldest: ago(61) } } }, "degraded", ["outbox_stuck"]],
    [{ events: { ...NO_EVENTS, lag: [{ ...OF, events: 1, oldest: ago(61) }] } }, "degraded", ["consumers_behind"]],
    [{ events: { ...NO_EVENTS, transport: "kafka", lag: null } }, "degraded", ["brokers_unreachable"]],
    [{ events: { ...NO_EVENTS, outbox: null, lag: null } }, "degraded", ["events_unknown"]],
    [
      { events: { ...NO_EVENTS, dead: [{ ...OF, failed: 1, blocked: 2, keys: 1, oldest: ago(5) }] } },
      "degraded",
      ["dlq_not_empty"],
    ],
    [
      { database: { ok: false, responseTimeMs: 2000 }, migrations: undefined, events: undefined },
      "down",
      ["database_unreachable"],
    ],
  ])("%j is %s", (change, status, reasons) => expect(judged(change)).toMatchObject({ status, reasons }));

  it("tells nothing where it knows nothing", () => {
    const { checks } = judged({ database: { ok: false, responseTimeMs: 9 }, migrations: undefined, events: undefined });
    expect(checks.database.response_time_ms).toBeNull();
    const deaf = judged({ events: { ...NO_EVENTS, transport: "debezium", outbox: null, lag: null } }).checks;
    expect([deaf.outbox.backlog, deaf.kafka_consumer.total_lag]).toEqual([null, null]);
    expect([checks.outbox.backlog, checks.kafka_consumer.total_lag, checks.dlq.count]).toEqual([null, null, null]);
  });
});
