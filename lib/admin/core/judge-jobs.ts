import type { JobStatus } from "../schemas";

export type JobFacts = {
  name: string;
  cron: string;
  quiet: boolean;
  registeredAt: Date;
  lastRun: { startedAt: Date; finishedAt: Date; ok: boolean } | null;
  lastOkAt: Date | null;
  failures: number;
  lastFailure: { at: Date; kind: string; fault: string } | null;
  summary: JobStatus["summary"];
};

/** When a job runs next after a moment; null: never again. */
export type NextRun = (cron: string, after: Date) => Date | null;

/** What runs every second is written down once a minute; any other may take its time, and is written down at its end. */
const OVERDUE_MS = { quiet: 3 * 60_000, other: 15 * 60_000 };

/** How a job fares. It is overdue when the run that was due after its last one has not come to an end by now. */
export function judgeJob(job: JobFacts, now: Date, nextRun: NextRun): JobStatus {
  return {
    name: job.name,
    cron: job.cron,
    quiet: job.quiet,
    state: stateOf(job, now, nextRun),
    last_run: job.lastRun && {
      started_at: job.lastRun.startedAt.toISOString(),
      finished_at: job.lastRun.finishedAt.toISOString(),
      duration_ms: Math.max(0, job.lastRun.finishedAt.getTime() - job.lastRun.startedAt.getTime()),
      ok: job.lastRun.ok,
    },
    last_ok_at: job.lastOkAt?.toISOString() ?? null,
    next_run_at: nextRun(job.cron, now)?.toISOString() ?? null,
    failures_7d: job.failures,
    last_failure: job.lastFailure && { ...job.lastFailure, at: job.lastFailure.at.toISOString() },
    summary: job.summary,
  };
}

function stateOf({ cron, quiet, registeredAt, lastRun }: JobFacts, now: Date, nextRun: NextRun): JobStatus["state"] {
  // A worker that has just begun to lead owes nothing from before.
  const since = lastRun && lastRun.startedAt > registeredAt ? lastRun.startedAt : registeredAt;
  const due = nextRun(cron, since);
  const patience = quiet ? OVERDUE_MS.quiet : OVERDUE_MS.other;
  if (due && now.getTime() - due.getTime() > patience) return "overdue";
  if (!lastRun) return "waiting";
  return lastRun.ok ? "ok" : "failed";
}

/**
 * Whether the worker lives, by its jobs: by those that run every second, if there are any. One that never named a job has
 * never been there.
 */
export function isWorkerAlive(jobs: readonly Pick<JobStatus, "quiet" | "state">[]): boolean {
  const quiet = jobs.filter((job) => job.quiet);
  return (quiet.length > 0 ? quiet : jobs).some((job) => job.state !== "overdue");
}
