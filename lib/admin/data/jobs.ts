import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { JobFacts } from "../core/judge-jobs";

type Row = Omit<JobFacts, "lastRun" | "lastFailure"> & {
  startedAt: Date | null;
  finishedAt: Date | null;
  state: string | null;
  failedAt: Date | null;
  faultKind: string | null;
  fault: string | null;
};

/** The worker's jobs and what is kept of their runs. Failures are counted over seven days. */
export async function readJobs(ctx: { unit: UnitOfWork }, now: Date): Promise<JobFacts[]> {
  const rows = await (await tx(ctx)).$queryRaw<Row[]>`
    select j.name, j.cron, j.continuous, j.missed, j.missed_bound as "missedBound", j.registered_at as "registeredAt",
      last.started_at as "startedAt", last.finished_at as "finishedAt", last.state,
      good.finished_at as "lastOkAt", good.summary,
      bad.finished_at as "failedAt", bad.fault_kind as "faultKind", bad.fault,
      (select count(*)::int from job_runs r
        where r.job = j.name and r.state = 'failed' and r.finished_at > ${now}::timestamptz - interval '7 days') as failures
    from scheduled_jobs j
    left join lateral (select * from job_runs r where r.job = j.name and r.finished_at is not null
      order by finished_at desc limit 1) last on true
    left join lateral (select * from job_runs r where r.job = j.name and r.state = 'done'
      order by finished_at desc limit 1) good on true
    left join lateral (select * from job_runs r where r.job = j.name and r.state = 'failed'
      order by finished_at desc limit 1) bad on true
    order by j.name`;
  return rows.map(({ startedAt, finishedAt, state, failedAt, faultKind, fault, ...row }) => ({
    ...row,
    lastRun: startedAt && finishedAt ? { startedAt, finishedAt, ok: state === "done" } : null,
    lastFailure: failedAt && { at: failedAt, kind: faultKind ?? "unknown", fault: fault ?? "" },
  }));
}
