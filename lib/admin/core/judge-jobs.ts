import type { JobStatus } from "../schemas";

export type JobFacts = {
  name: string;
  cron: string;
  continuous: boolean;
  missed: JobStatus["missed"];
  missedBound: number | null;
  registeredAt: Date;
  lastRun: { startedAt: Date; finishedAt: Date; ok: boolean } | null;
  lastOkAt: Date | null;
  failures: number;
  lastFailure: { at: Date; kind: string; fault: string } | null;
  summary: JobStatus["summary"];
};

/** The first slot of a clock after a moment; null: never again. */
export type NextSlot = (cron: string, after: Date) => Date | null;

/** What runs again and again is written down once a minute; any other may take its time, and ends when it ends. */
const OVERDUE_MS = { continuous: 3 * 60_000, other: 15 * 60_000 };

/** How a job fares. It is overdue when the run that was due after its last one has not come to an end by now. */
export function judgeJob(job: JobFacts, now: Date, nextSlot: NextSlot): JobStatus {
  return {
    name: job.name,
    cron: job.cron,
    continuous: job.continuous,
    missed: job.missed,
    missed_bound: job.missedBound,
    state: stateOf(job, now, nextSlot),
    last_run: job.lastRun && {
      started_at: job.lastRun.startedAt.toISOString(),
      finished_at: job.lastRun.finishedAt.toISOString(),
      duration_ms: Math.max(0, job.lastRun.finishedAt.getTime() - job.lastRun.startedAt.getTime()),
      ok: job.lastRun.ok,
    },
    last_ok_at: job.lastOkAt?.toISOString() ?? null,
    next_run_at: nextSlot(job.cron, now)?.toISOString() ?? null,
    failures_7d: job.failures,
    last_failure: job.lastFailure && { ...job.lastFailure, at: job.lastFailure.at.toISOString() },
    summary: job.summary,
  };
}

function stateOf(
  { cron, continuous, registeredAt, lastRun }: JobFacts,
  now: Date,
  nextSlot: NextSlot,
): JobStatus["state"] {
  // A worker that has just begun to lead owes nothing from before.
  const since = lastRun && lastRun.startedAt > registeredAt ? lastRun.startedAt : registeredAt;
  const due = nextSlot(cron, since);
  const patience = continuous ? OVERDUE_MS.continuous : OVERDUE_MS.other;
  if (due && now.getTime() - due.getTime() > patience) return "overdue";
  if (!lastRun) return "waiting";
  return lastRun.ok ? "ok" : "failed";
}

/**
 * Whether the worker lives, by its jobs: by those that run every second, if there are any. One that never named a job has
 * never been there.
 */
export function isWorkerAlive(jobs: readonly Pick<JobStatus, "continuous" | "state">[]): boolean {
  const continuous = jobs.filter((job) => job.continuous);
  return (continuous.length > 0 ? continuous : jobs).some((job) => job.state !== "overdue");
}
