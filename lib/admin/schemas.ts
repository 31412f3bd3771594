import { z } from "zod";

const Time = z.iso.datetime();

export const PROBLEM_CODES = [
  "worker_silent",
  "migrations_missing",
  "database_slow",
  "limits_unreachable",
  "audit_unsealed",
  "audit_unsigned",
  "mail_failed",
  "mail_waiting",
  "job_failed",
  "job_overdue",
  "sources_failing",
  "brokers_unreachable",
  "events_behind",
  "events_dead",
] as const;

/** What is wrong, the gravest first: what it is about (jobs, sources, migrations) and since when, where that is known. */
export const Problem = z.object({
  code: z.enum(PROBLEM_CODES),
  subjects: z.array(z.string()),
  since: Time.nullable(),
});
export type Problem = z.output<typeof Problem>;

/** `waiting`: not run yet, and not due. */
export const JobState = z.enum(["ok", "failed", "overdue", "waiting"]);

export const JobStatus = z.object({
  name: z.string(),
  cron: z.string().meta({ description: "Five or six fields, UTC" }),
  continuous: z.boolean().meta({ description: "Runs every second: one good run a minute is written down" }),
  missed: z.enum(["skip", "once", "catch_up"]).meta({
    description: "What becomes of slots that no worker was there to run: none, the last, or each in its order",
  }),
  missed_bound: z.int().nullable().meta({ description: "How many are caught up at most" }),
  state: JobState,
  last_run: z
    .object({ started_at: Time, finished_at: Time, duration_ms: z.int().min(0), ok: z.boolean() })
    .nullable()
    .meta({ description: "null: not since it was set up" }),
  last_ok_at: Time.nullable(),
  next_run_at: Time.nullable(),
  failures_7d: z.int().min(0),
  last_failure: z
    .object({
      at: Time,
      kind: z.string(),
      fault: z.string().nullable().meta({ description: "The error's words, for the platform's administrators" }),
    })
    .nullable(),
  summary: z.json().meta({ description: "What the last good run said, for the platform's administrators" }),
});
export type JobStatus = z.output<typeof JobStatus>;

/** `off`: outside calls are switched off (NETWORK=off). */
export const SourceState = z.enum(["ok", "unsteady", "failing", "off"]);

export const SourceStatus = z.object({
  feed: z.string(),
  source: z.string(),
  state: SourceState,
  last_ok_at: Time.nullable(),
  last_tried_at: Time,
  next_try_at: Time,
  failures: z.int().min(0).meta({ description: "In a row" }),
  fault_kind: z.string().nullable(),
  fault: z.string().nullable().meta({ description: "In words, for the platform's administrators" }),
});
export type SourceStatus = z.output<typeof SourceStatus>;

export const MailStatus = z.object({
  way: z.enum(["mailbox", "smtp", "sendgrid"]),
  queued: z.int().min(0),
  retrying: z.int().min(0).meta({ description: "Of those queued: tried before" }),
  oldest_waiting_since: Time.nullable(),
  failed_7d: z.int().min(0).meta({ description: "Given up within seven days" }),
  last_fault: z.object({ at: Time, kind: z.string(), fault: z.string() }).nullable(),
  last_sent_at: Time.nullable(),
});
export type MailStatus = z.output<typeof MailStatus>;

export const AuditStatus = z.object({
  unsealed: z.int().min(0).meta({ description: "Among the newest 1,000 entries" }),
  unsealed_since: Time.nullable(),
  unsigned_since: Time.nullable().meta({ description: "The oldest entry in a chain that no checkpoint covers yet" }),
  last_sealed_at: Time.nullable(),
  last_checkpoint_at: Time.nullable(),
});
export type AuditStatus = z.output<typeof AuditStatus>;

const Behind = { events: z.int().min(0), oldest_at: Time.nullable() };

export const EventStatus = z.object({
  transport: z.enum(["postgres", "kafka", "debezium"]),
  outbox: z.object(Behind).nullable().meta({
    description: "What not every reader has; counted up to 20,000 a reader and topic. Null: not known in time",
  }),
  lag: z
    .array(z.object({ group: z.string(), topic: z.string(), ...Behind }))
    .nullable()
    .meta({ description: "Null where the brokers don't say so" }),
  early: z.int().min(0).meta({ description: "Waiting for the one ahead of them" }),
  dead: z.object({
    failed: z.int().min(0),
    blocked: z.int().min(0).meta({ description: "Waiting behind one that failed" }),
    aggregates: z.int().min(0),
    oldest_at: Time.nullable(),
  }),
});
export type EventStatus = z.output<typeof EventStatus>;

export const SystemStatus = z
  .object({
    status: z.enum(["ok", "attention"]),
    checked_at: Time,
    problems: z.array(Problem),
    scope: z
      .enum(["installation", "company"])
      .meta({ description: "Whose mail and audit log are counted: all, or the company's" }),
    web: z.object({ version: z.string(), uptime_s: z.int().min(0) }),
    database: z.object({
      response_time_ms: z.number().min(0),
      migrations: z.object({ applied: z.int().min(0), missing: z.array(z.string()) }),
    }),
    rate_limits: z.object({ store: z.literal("postgres"), ok: z.boolean(), response_time_ms: z.number().min(0) }),
    worker: z.object({ ok: z.boolean(), last_seen_at: Time.nullable() }),
    jobs: z.array(JobStatus),
    sources: z.array(SourceStatus),
    events: EventStatus,
    mail: MailStatus,
    audit: AuditStatus,
  })
  .meta({ id: "SystemStatus" });
export type SystemStatus = z.output<typeof SystemStatus>;
