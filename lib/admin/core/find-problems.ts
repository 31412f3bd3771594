import type { Problem, SystemStatus } from "../schemas";

type Facts = Omit<SystemStatus, "status" | "problems">;

/** A healthy database answers in a few milliseconds. */
const SLOW_MS = 500;
/** An entry is sealed a second after it was committed. */
const UNSEALED_MS = 60_000;
/** Signed once a day, with two hours for a worker that was off. */
const UNSIGNED_MS = 26 * 3_600_000;
/** Events are taken within a second. */
const EVENTS_WAIT_MS = 60_000;
const MAIL_WAITS_MS = 10 * 60_000;
const MAIL_FAILED_MS = 24 * 3_600_000;

/** What is wrong, the gravest first. Jobs that stand still with the worker are its one problem, not one each. */
export function findProblems(facts: Facts): Problem[] {
  const now = Date.parse(facts.checked_at);
  const isOlder = (iso: string | null, ms: number) => iso !== null && now - Date.parse(iso) > ms;
  const { worker, database, rate_limits: limits, audit, mail } = facts;
  return [
    ...(worker.ok ? [] : [problem("worker_silent", [], worker.last_seen_at)]),
    ...(database.migrations.missing.length > 0 ? [problem("migrations_missing", database.migrations.missing)] : []),
    ...(database.response_time_ms > SLOW_MS ? [problem("database_slow")] : []),
    ...(limits.ok ? [] : [problem("limits_unreachable")]),
    ...(isOlder(audit.unsealed_since, UNSEALED_MS) ? [problem("audit_unsealed", [], audit.unsealed_since)] : []),
    ...(isOlder(audit.unsigned_since, UNSIGNED_MS) ? [problem("audit_unsigned", [], audit.unsigned_since)] : []),
    ...(mail.last_fault && !isOlder(mail.last_fault.at, MAIL_FAILED_MS) && mail.failed_7d > 0
      ? [problem("mail_failed", [], mail.last_fault.at)]
      : []),
    ...(isOlder(mail.oldest_waiting_since, MAIL_WAITS_MS)
      ? [problem("mail_waiting", [], mail.oldest_waiting_since)]
      : []),
    ...jobProblems(facts),
    ...sourceProblems(facts),
    ...eventProblems(facts, isOlder),
  ];
}

function jobProblems({ jobs, worker }: Facts): Problem[] {
  const failed = jobs.filter(({ state }) => state === "failed");
  const overdue = worker.ok ? jobs.filter(({ state }) => state === "overdue") : [];
  return [
    ...failed.map((job) => problem("job_failed", [job.name], job.last_failure?.at ?? null)),
    ...overdue.map((job) => problem("job_overdue", [job.name], job.last_run?.finished_at ?? null)),
  ];
}

type IsOlder = (iso: string | null, ms: number) => boolean;

function eventProblems({ events }: Facts, isOlder: IsOlder): Problem[] {
  const late = (events.lag ?? []).filter(({ oldest_at }) => isOlder(oldest_at, EVENTS_WAIT_MS));
  const waiting = events.outbox?.oldest_at ?? null;
  const isStuck = late.length > 0 || isOlder(waiting, EVENTS_WAIT_MS);
  const since = [waiting, ...late.map(({ oldest_at }) => oldest_at)].filter((at) => at !== null).sort();
  const dead = events.dead.failed + events.dead.blocked;
  return [
    ...(events.lag === null && events.transport !== "postgres" ? [problem("brokers_unreachable")] : []),
    ...(isStuck ? [problem("events_behind", [...new Set(late.map(({ group }) => group))], since[0] ?? null)] : []),
    ...(dead > 0 ? [problem("events_dead", [String(dead)], events.dead.oldest_at)] : []),
  ];
}

/** One problem for all sources: they mostly fail together, when the way out is gone. */
function sourceProblems({ sources }: Facts): Problem[] {
  const failing = sources.filter(({ state }) => state === "failing");
  if (failing.length === 0) return [];
  const lastGood = failing.map(({ last_ok_at }) => last_ok_at).filter((at) => at !== null);
  const since = lastGood.length === failing.length ? (lastGood.sort()[0] ?? null) : null;
  return [problem("sources_failing", [...new Set(failing.map(({ source }) => source))], since)];
}

const problem = (code: Problem["code"], subjects: string[] = [], since: string | null = null): Problem => ({
  code,
  subjects,
  since,
});
