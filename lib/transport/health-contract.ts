import { z } from "zod";
import { contract } from "@/lib/kernel/contract";

/** Probes send what they like; nothing of it counts. */
const Probe = z.object({});

export const Health = z.object({
  status: z.literal("ok"),
  version: z.string(),
  uptime_s: z.int().meta({ description: "Seconds since this web process started" }),
});

export const Ready = z.object({
  status: z.literal("ready"),
  checks: z.object({
    database: z.object({ response_time_ms: z.number() }),
    migrations: z.object({ applied: z.int() }),
  }),
});

export const HealthReason = z.enum([
  "stopping",
  "database_unreachable",
  "database_slow",
  "pool_full",
  "migrations_missing",
  "events_unknown",
  "outbox_stuck",
  "brokers_unreachable",
  "consumers_behind",
  "dlq_not_empty",
]);

const state = z.enum(["ok", "degraded", "down"]);
const count = z.int().min(0).nullable();
const age = z.int().min(0).nullable().meta({ description: "Seconds since the oldest of them; null: none, or unknown" });

/** Counts and times, and nothing of anybody's. What could not be found out in two seconds is null. */
export const SystemHealth = z
  .object({
    status: state,
    version: z.string(),
    checked_at: z.iso.datetime(),
    reasons: z.array(HealthReason).meta({ description: "Why it is not ok" }),
    checks: z.object({
      process: z.object({ status: state }),
      database: z.object({
        status: state,
        response_time_ms: z.number().min(0).nullable(),
        pool: z
          .object({ busy: z.int(), idle: z.int(), waiting: z.int(), size: z.int() })
          .meta({ description: "Connections of the web process that answers, and requests that wait for one" }),
      }),
      migrations: z.object({ status: state, applied: count, missing: count }),
      outbox: z.object({
        status: state,
        backlog: count.meta({
          description: "Events that not every reader has; counted up to 20,000 a reader and topic",
        }),
        oldest_age_s: age,
      }),
      kafka_consumer: z.object({
        status: state,
        total_lag: count.meta({
          description: "Events that groups have not read, of all groups, whichever the transport",
        }),
        oldest_age_s: age,
      }),
      dlq: z.object({ status: state, count, oldest_age_s: age }),
    }),
  })
  .meta({ id: "SystemHealth" });

export const Alive = z.object({ status: z.literal("alive") });

/** For machines that watch this one: no login, no limit, no cache. */
export const healthContract = {
  health: contract("GET /health", {
    summary: "Version and uptime; asks nothing of the database",
    permission: "public",
    input: Probe,
    output: Health,
  }),
  ready: contract("GET /ready", {
    summary: "200 while requests are welcome; 503 before, without the database, and while draining",
    permission: "public",
    input: Probe,
    output: Ready,
  }),
  details: contract("GET /api/health", {
    summary:
      "What works and what waits: database, outbox, consumers, dead events. 200 when ok or degraded, 503 when down",
    permission: "public",
    input: Probe,
    output: SystemHealth,
  }),
  alive: contract("GET /alive", {
    summary: "The process answers; restart it when this doesn't",
    permission: "public",
    input: Probe,
    output: Alive,
  }),
};
