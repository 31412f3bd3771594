import { AppError } from "@/lib/kernel/errors";
import { pool } from "./db";

/** A job as the worker that leads knows it: its clock in five or six fields, UTC. */
export type JobClock = { name: string; cron: string; quiet: boolean };

export type JobRun = { job: string; startedAt: Date; finishedAt: Date } & (
  | { ok: true; summary: unknown }
  | { ok: false; error: unknown }
);

const SUMMARY_MAX = 4_000;
const FAULT_MAX = 1_000;

/** Writes down which jobs there are; what is kept of one that is gone goes with it. */
export async function announceJobs(jobs: readonly JobClock[], now: Date): Promise<void> {
  await pool().query(
    `with gone as (delete from scheduled_jobs where name <> all ($1::text[])),
      their_runs as (delete from job_runs where job <> all ($1::text[]))
    insert into scheduled_jobs (name, cron, quiet, registered_at)
    select name, cron, quiet, $4 from unnest($1::text[], $2::text[], $3::boolean[]) as named (name, cron, quiet)
    on conflict (name) do update set cron = excluded.cron, quiet = excluded.quiet, registered_at = excluded.registered_at`,
    [jobs.map(({ name }) => name), jobs.map(({ cron }) => cron), jobs.map(({ quiet }) => quiet), now],
  );
}

/** Keeps one run. A good one takes the place of the good one before; failures stay for a week. */
export async function keepJobRun(run: JobRun): Promise<void> {
  const fault = run.ok ? { kind: null, words: null } : faultOf(run.error);
  await pool().query(
    `with old as (delete from job_runs where job = $1 and case when ok then $4 else finished_at < $3::timestamptz - interval '7 days' end)
    insert into job_runs (job, started_at, finished_at, ok, summary, fault_kind, fault)
    values ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
    [run.job, run.startedAt, run.finishedAt, run.ok, run.ok ? summaryOf(run.summary) : null, fault.kind, fault.words],
  );
}

/** A summary that is too long to look at is left out. */
function summaryOf(summary: unknown): string | null {
  const text = JSON.stringify(summary);
  return text === undefined || text.length > SUMMARY_MAX ? null : text;
}

function faultOf(error: unknown): { kind: string; words: string } {
  if (!(error instanceof Error)) return { kind: "unknown", words: String(error).slice(0, FAULT_MAX) };
  return { kind: error instanceof AppError ? error.code : error.name, words: error.message.slice(0, FAULT_MAX) };
}
