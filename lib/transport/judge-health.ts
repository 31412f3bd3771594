import type { z } from "zod";
import type { EventFigures } from "@/lib/platform/events/event-figures";
import type { HealthReason, SystemHealth } from "./health-contract";

/** What was found out in time; undefined is what wasn't. */
export type HealthFacts = {
  isDraining: boolean;
  database: { ok: boolean; responseTimeMs: number };
  pool: { busy: number; idle: number; waiting: number; size: number };
  migrations: { applied: number; missing: readonly string[] } | undefined;
  events: EventFigures | undefined;
};

type Reason = z.output<typeof HealthReason>;
type State = "ok" | "degraded" | "down";

/** A healthy database answers in a few milliseconds. */
const SLOW_MS = 500;
/** Events are taken within a second; what waits a minute is stuck. */
const STUCK_S = 60;
/** Above this share of its connections in use somebody soon waits for one. */
const POOL_FULL = 0.8;

/** What the facts mean: down when no request can be answered as it should, degraded when something waits for somebody. */
export function judgeHealth(facts: HealthFacts, now: Date): Omit<z.output<typeof SystemHealth>, "version"> {
  const reasons: Reason[] = [];
  const state = (faults: readonly (readonly [State, Reason, boolean])[]): State => {
    const found = faults.filter(([, , is]) => is);
    reasons.push(...found.map(([, reason]) => reason));
    if (found.some(([state]) => state === "down")) return "down";
    return found.length > 0 ? "degraded" : "ok";
  };
  const { database, pool, migrations, events } = facts;
  const lag = events?.lag ?? [];
  const oldestLag = oldest(lag.map((one) => one.oldest));
  const isUnknown = (what: unknown) => database.ok && (what ?? null) === null;
  const hasBrokers = events !== undefined && events.transport !== "postgres";
  const oldestDead = oldest((events?.dead ?? []).map((one) => one.oldest));
  const age = (since: Date | null) => since && Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));
  const ages = { outbox: age(events?.outbox?.oldest ?? null), lag: age(oldestLag), dead: age(oldestDead) };
  const dead = events?.dead.reduce((sum, { failed, blocked }) => sum + failed + blocked, 0);

  const checks = {
    process: { status: state([["down", "stopping", facts.isDraining]]) },
    database: {
      status: state([
        ["down", "database_unreachable", !database.ok],
        ["degraded", "database_slow", database.ok && database.responseTimeMs > SLOW_MS],
        ["degraded", "pool_full", pool.waiting > 0 || pool.busy > pool.size * POOL_FULL],
      ]),
      response_time_ms: database.ok ? Math.round(database.responseTimeMs * 100) / 100 : null,
      pool,
    },
    migrations: {
      status: state([["down", "migrations_missing", (migrations?.missing.length ?? 0) > 0]]),
      applied: migrations?.applied ?? null,
      missing: migrations?.missing.length ?? null,
    },
    outbox: {
      status: state([
        ["degraded", "events_unknown", isUnknown(events?.outbox)],
        ["degraded", "outbox_stuck", (ages.outbox ?? 0) > STUCK_S],
      ]),
      backlog: events?.outbox?.backlog ?? null,
      oldest_age_s: ages.outbox,
    },
    kafka_consumer: {
      status: state([
        ["degraded", "brokers_unreachable", hasBrokers && isUnknown(events.lag)],
        ["degraded", "consumers_behind", (ages.lag ?? 0) > STUCK_S],
      ]),
      total_lag: events?.lag ? lag.reduce((sum, one) => sum + one.events, 0) : null,
      oldest_age_s: ages.lag,
    },
    dlq: {
      status: state([["degraded", "dlq_not_empty", (dead ?? 0) > 0]]),
      count: dead ?? null,
      oldest_age_s: ages.dead,
    },
  };
  const states = Object.values(checks).map(({ status }) => status);
  const status = states.includes("down") ? "down" : states.includes("degraded") ? "degraded" : "ok";
  return { status, checked_at: now.toISOString(), reasons, checks };
}

const oldest = (times: readonly (Date | null)[]): Date | null => {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []));
  return known.length > 0 ? new Date(Math.min(...known)) : null;
};
