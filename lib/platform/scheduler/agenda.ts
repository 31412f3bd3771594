import { pool } from "../db";
import type { RunKey } from "./job-runs";

/** A job as the worker that leads knows it: its clock in five or six fields, UTC. */
export type JobClock = {
  name: string;
  cron: string;
  continuous: boolean;
  missed: "skip" | "once" | "catch_up";
  missedBound: number | null;
};

/** The database's time, and the runs that somebody asked for or that a worker left in their middle. */
export type Agenda = { now: Date; open: OpenRun[] };
export type OpenRun = RunKey & { attempt: number };

/** Writes down which jobs there are now. Runs of those that are gone stay: they tell which slots had their run. */
export async function announceJobs(jobs: readonly JobClock[]): Promise<void> {
  await pool().query({
    text: `with named as (
      select * from jsonb_to_recordset($1) as job (name text, cron text, continuous boolean, missed text, "missedBound" int)
    ), gone as (delete from scheduled_jobs where name not in (select name from named))
    insert into scheduled_jobs (name, cron, continuous, missed, missed_bound, registered_at)
    select name, cron, continuous, missed, "missedBound", now() from named
    on conflict (name) do update set cron = excluded.cron, continuous = excluded.continuous, missed = excluded.missed,
      missed_bound = excluded.missed_bound, registered_at = excluded.registered_at`,
    values: [JSON.stringify(jobs)],
  });
}

/** The last slot of each job that had its run, however it ended. */
export async function readLastSlots(): Promise<Map<string, Date>> {
  const { rows } = await pool().query<{ job: string; last: Date }>(
    "select job, max(scheduled_for) as last from job_runs where kind = 'slot' group by job",
  );
  return new Map(rows.map(({ job, last }) => [job, last]));
}

/** What there is to do; one row that has no run tells the time alone. */
export async function readAgenda(): Promise<Agenda> {
  const { rows } = await pool().query<{ now: Date; job: string | null; scheduledFor: Date; attempt: number }>(
    `select clock_timestamp() as now, job, scheduled_for as "scheduledFor", attempt
     from (values (1)) as look left join job_runs on finished_at is null order by state = 'requested', scheduled_for`,
  );
  const [first] = rows;
  if (!first) throw new Error("The database did not tell the time.");
  const open = rows.flatMap(({ job, scheduledFor, attempt }) => (job === null ? [] : [{ job, scheduledFor, attempt }]));
  return { now: first.now, open };
}
