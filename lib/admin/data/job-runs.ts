import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { RunRow } from "../core/to-job-run";

type InUnit = { unit: UnitOfWork };

const SHOWN = Prisma.sql`job, kind, state, scheduled_for as "scheduledFor", requested_by as "requestedBy", attempt,
  started_at as "startedAt", finished_at as "finishedAt", summary, fault_kind as "faultKind", fault`;

/** The last runs of each job, at most so many: what isn't over first, then the newest. */
export async function readRuns(ctx: InUnit, most: number): Promise<RunRow[]> {
  return (await tx(ctx)).$queryRaw<RunRow[]>`
    select run.* from scheduled_jobs j cross join lateral (
      select ${SHOWN} from job_runs where job = j.name
      order by finished_at is null desc, scheduled_for desc limit ${most}) run`;
}

/** The database's time, and who won the leadership of the workers last. */
export async function readLeader(ctx: InUnit) {
  const [row] = await (await tx(ctx)).$queryRaw<
    { now: Date; holder: string | null; epoch: bigint | null; since: Date | null }[]
  >`select clock_timestamp() as now, holder, epoch, since from (values (1)) as look left join scheduler_leader_lock on true`;
  if (!row) throw new Error("The database did not tell the time.");
  const { now, holder, epoch, since } = row;
  return { now, leader: holder !== null && since ? { holder, epoch: Number(epoch), since } : null };
}

/** Whether there is such a job now, and whether it is a continuous one. */
export async function findJob(ctx: InUnit, name: string): Promise<{ continuous: boolean } | null> {
  return (await tx(ctx)).scheduledJob.findUnique({ where: { name }, select: { continuous: true } });
}

/** Asks for a run of a job; one that waits or goes on already is given back. Nothing: that has ended at this moment. */
export async function requestRun(ctx: InUnit, job: string, by: string): Promise<RunRow | undefined> {
  const db = await tx(ctx);
  await db.$executeRaw`
    insert into job_runs (job, scheduled_for, kind, state, requested_by)
    values (${job}, clock_timestamp(), 'manual', 'requested', ${by}) on conflict do nothing`;
  const [run] = await db.$queryRaw<RunRow[]>`
    select ${SHOWN} from job_runs where job = ${job} and kind = 'manual' and finished_at is null`;
  return run;
}
