import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { JobFacts } from "../core/judge-jobs";

type Row = Omit<JobFacts, "lastRun" | "lastFailure"> & {
  startedAt: Date | null;
  finishedAt: Date | null;
  ok: boolean | null;
  failedAt: Date | null;
  faultKind: string | null;
  fault: string | null;
};

/** The worker's jobs and what is kept of their runs. Failures are counted over seven days. */
export async function readJobs(ctx: { unit: UnitOfWork }, now: Date): Promise<JobFacts[]> {
  const rows = await (await tx(ctx)).$queryRaw<Row[]>`
    select j.name, j.cron, j.quiet, j.registered_at as "registeredAt",
      last.started_at as "startedAt", last.finished_at as "finishedAt", last.ok,
      good.finished_at as "lastOkAt", good.summary,
      bad.finished_at as "failedAt", bad.fault_kind as "faultKind", bad.fault,
      (select count(*)::int from job_runs r
        where r.job = j.name and not r.ok and r.finished_at > ${now}::timestamptz - interval '7 days') as failures
    from scheduled_jobs j
    left join lateral (select * from job_runs r where r.job = j.name order by finished_at desc, id desc limit 1) last on true
    left join lateral (select * from job_runs r where r.job = j.name and r.ok order by finished_at desc limit 1) good on true
    left join lateral (select * from job_runs r where r.job = j.name and not r.ok
      order by finished_at desc limit 1) bad on true
    order by j.name`;
  return rows.map(({ startedAt, finishedAt, ok, failedAt, faultKind, fault, ...row }) => ({
    ...row,
    lastRun: startedAt && finishedAt ? { startedAt, finishedAt, ok: ok === true } : null,
    lastFailure: failedAt && { at: failedAt, kind: faultKind ?? "unknown", fault: fault ?? "" },
  }));
}
