import { expect, it } from "vitest";
import type { JobStatus, SourceStatus, SystemStatus } from "../schemas";
import { findProblems } from "./find-problems";
import { judgeSource } from "./judge-source";

const NOW = "2026-11-25T12:00:00.000Z";
const ago = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();

const job = (name: string, state: JobStatus["state"]): JobStatus => ({
  name,
  cron: "* * * * *",
  continuous: false,
  missed: "once",
  missed_bound: null,
  state,
  last_run: null,
  last_ok_at: null,
  next_run_at: null,
  failures_7d: 0,
  last_failure: state === "failed" ? { at: ago(2), kind: "Error", fault: null } : null,
  summary: null,
});
const source = (name: string, state: SourceStatus["state"], lastOk: string | null): SourceStatus => ({
  feed: `${name}.price`,
  source: name,
  state,
  last_ok_at: lastOk,
  last_tried_at: ago(1),
  next_try_at: NOW,
  failures: 0,
  fault_kind: null,
  fault: null,
});
const WELL: Omit<SystemStatus, "status" | "problems"> = {
  checked_at: NOW,
  scope: "installation",
  web: { version: "1", uptime_s: 1 },
  database: { response_time_ms: 500, migrations: { applied: 7, missing: [] } },
  rate_limits: { store: "postgres", ok: true, response_time_ms: 1 },
  worker: { ok: true, last_seen_at: ago(1) },
  jobs: [job("a", "ok"), job("b", "waiting")],
  sources: [source("okx", "ok", ago(1)), source("ankr", "unsteady", null), source("binance", "off", null)],
  events: {
    transport: "postgres",
    outbox: { events: 2, oldest_at: ago(1) },
    lag: [{ group: "intel-group", topic: "events.ops", events: 2, oldest_at: ago(1) }],
    early: 0,
    dead: { failed: 0, blocked: 0, aggregates: 0, oldest_at: null },
  },
  mail: {
    way: "smtp",
    queued: 1,
    retrying: 0,
    oldest_waiting_since: ago(10),
    failed_7d: 1,
    last_fault: { at: ago(24 * 60 + 1), kind: "invitation", fault: "550" },
    last_sent_at: ago(1),
  },
  audit: {
    unsealed: 3,
    unsealed_since: ago(1),
    unsigned_since: ago(26 * 60),
    last_sealed_at: ago(1),
    last_checkpoint_at: ago(1),
  },
};
const codes = (change: Partial<typeof WELL>) => findProblems({ ...WELL, ...change }).map(({ code }) => code);

it("finds nothing where all is well, also at the edge", () => expect(findProblems(WELL)).toEqual([]));

it.each<[Partial<typeof WELL>, string[]]>([
  [
    { database: { response_time_ms: 501, migrations: { applied: 6, missing: ["x"] } } },
    ["migrations_missing", "database_slow"],
  ],
  [{ rate_limits: { ...WELL.rate_limits, ok: false } }, ["limits_unreachable"]],
  [{ audit: { ...WELL.audit, unsealed_since: ago(1.1) } }, ["audit_unsealed"]],
  [{ audit: { ...WELL.audit, unsigned_since: ago(26 * 60 + 1) } }, ["audit_unsigned"]],
  [{ mail: { ...WELL.mail, oldest_waiting_since: ago(11) } }, ["mail_waiting"]],
  [{ mail: { ...WELL.mail, last_fault: { at: ago(5), kind: "invitation", fault: "550" } } }, ["mail_failed"]],
  [{ jobs: [job("a", "failed"), job("b", "overdue")] }, ["job_failed", "job_overdue"]],
])("finds %j", (change, found) => expect(codes(change)).toEqual(found));

it("names the groups that are behind, and how much is dead", () => {
  const lag = [
    { group: "intel-group", topic: "events.ops", events: 2, oldest_at: ago(1.1) },
    { group: "intel-group", topic: "events.miner", events: 1, oldest_at: ago(3) },
    { group: "quick-group", topic: "events.miner", events: 9, oldest_at: ago(1) },
  ];
  expect(findProblems({ ...WELL, events: { ...WELL.events, lag } })).toEqual([
    { code: "events_behind", subjects: ["intel-group"], since: ago(3) },
  ]);
  const outbox = { events: 7, oldest_at: ago(5) };
  expect(findProblems({ ...WELL, events: { ...WELL.events, outbox } })).toEqual([
    { code: "events_behind", subjects: [], since: ago(5) },
  ]);
  const dead = { failed: 1, blocked: 3, aggregates: 1, oldest_at: ago(40) };
  expect(findProblems({ ...WELL, events: { ...WELL.events, dead } })).toEqual([
    { code: "events_dead", subjects: ["4"], since: ago(40) },
  ]);
});

it("says that brokers don't answer, where there are some", () => {
  const unknown = { ...WELL.events, lag: null };
  expect(codes({ events: { ...unknown, transport: "kafka" } })).toEqual(["brokers_unreachable"]);
  expect(codes({ events: { ...unknown, transport: "postgres" } })).toEqual([]);
});

it("does not call a mail failed that is only tried again", () => {
  const last_fault = { at: ago(5), kind: "invitation", fault: "451" };
  expect(codes({ mail: { ...WELL.mail, failed_7d: 0, retrying: 1, last_fault } })).toEqual([]);
});

it("names a worker that stands still once, not each of its jobs", () => {
  const worker = { ok: false, last_seen_at: ago(30) };
  expect(findProblems({ ...WELL, worker, jobs: [job("a", "overdue"), job("b", "overdue")] })).toEqual([
    { code: "worker_silent", subjects: [], since: ago(30) },
  ]);
});

it("names failing sources together, each once, since the first of them was well", () => {
  const sources = [
    source("okx", "failing", ago(5)),
    source("ankr", "failing", ago(9)),
    source("okx", "failing", ago(4)),
  ];
  expect(findProblems({ ...WELL, sources })).toEqual([
    { code: "sources_failing", subjects: ["okx", "ankr"], since: ago(9) },
  ]);
  const never = [...sources, source("coingecko", "failing", null)];
  expect(findProblems({ ...WELL, sources: never })[0]?.since).toBeNull();
});

it.each([
  [0, null, "ok"],
  [1, "timeout", "unsteady"],
  [2, "timeout", "unsteady"],
  [3, "timeout", "failing"],
  [0, "shape", "unsteady"],
  [5, "off", "off"],
] as const)("a source with %d failures and the fault %s is %s", (failures, faultKind, state) =>
  expect(judgeSource({ failures, faultKind })).toBe(state),
);
