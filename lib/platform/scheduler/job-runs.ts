import type { UnitOfWork } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { pool } from "../db";
import { ask } from "../unit-of-work";
import { LeadLost } from "./hold-lead";
import { LEADER_LOCK } from "./leader";

/** A run: of a slot, or of what somebody asked for at that moment. */
export type RunKey = { job: string; scheduledFor: Date };

export type Outcome = { ok: true; summary: unknown } | { ok: false; error: unknown };

const SUMMARY_MAX = 4_000;
const FAULT_MAX = 1_000;

/**
 * Takes a slot, by the one row that there can be of it. False where somebody has it already, or who asks leads no more;
 * throws while another run of the job goes on. One at a time holds the lead's row: two that insert at once may meet
 * at the index of running jobs first, which is an error and not a conflict.
 */
export async function takeSlot(epoch: bigint, { job, scheduledFor }: RunKey): Promise<boolean> {
  const { rowCount } = await pool().query({
    text: `with lead as (select epoch from scheduler_leader_lock where name = $1 and epoch = $2 for no key update)
      insert into job_runs (job, scheduled_for, kind, state, epoch, attempt, started_at)
      select $3, $4, 'slot', 'running', epoch, 1, clock_timestamp() from lead
      on conflict (job, scheduled_for) do nothing`,
    values: [LEADER_LOCK, epoch, job, scheduledFor],
  });
  return rowCount === 1;
}

/** Takes a run that somebody asked for, or that a worker left in its middle; as `takeSlot`. */
export async function takeOpenRun(epoch: bigint, { job, scheduledFor }: RunKey): Promise<boolean> {
  const { rowCount } = await pool().query({
    text: `with lead as (select epoch from scheduler_leader_lock where name = $1 and epoch = $2 for share)
      update job_runs set state = 'running', epoch = lead.epoch, attempt = attempt + 1, started_at = clock_timestamp()
      from lead where job = $3 and scheduled_for = $4 and finished_at is null`,
    values: [LEADER_LOCK, epoch, job, scheduledFor],
  });
  return rowCount === 1;
}

/** Writes that a run is done, in the transaction of its effect. Throws `LeadLost` where another leader has taken it. */
export async function finishRun(
  ctx: { unit: UnitOfWork },
  epoch: bigint,
  { job, scheduledFor }: RunKey,
  summary: unknown,
): Promise<void> {
  const done = await ask(ctx, {
    name: "finish-run",
    text: `update job_runs set state = 'done', finished_at = clock_timestamp(), summary = $4::jsonb
      where job = $1 and scheduled_for = $2 and state = 'running' and epoch = $3 returning job`,
    values: [job, scheduledFor, epoch, summaryOf(summary)],
  });
  if (done.length === 0) throw new LeadLost(`Another worker has taken this run of ${job}: nothing of it is stored.`);
}

/** Writes that a run failed, unless another leader has taken it. */
export async function failRun(epoch: bigint, { job, scheduledFor }: RunKey, error: unknown): Promise<void> {
  const { kind, words } = faultOf(error);
  await pool().query({
    text: `update job_runs set state = 'failed', finished_at = clock_timestamp(), fault_kind = $4, fault = $5
      where job = $1 and scheduled_for = $2 and state = 'running' and epoch = $3`,
    values: [job, scheduledFor, epoch, kind, words],
  });
}

/** Writes down one of the many runs of a continuous job, which has just ended and took `ms`. */
export async function keepSample(epoch: bigint, job: string, ms: number, outcome: Outcome): Promise<void> {
  const fault = outcome.ok ? { kind: null, words: null } : faultOf(outcome.error);
  await pool().query({
    text: `insert into job_runs
        (job, scheduled_for, kind, state, epoch, attempt, started_at, finished_at, summary, fault_kind, fault)
      select $1, began, 'sample', $3, $4, 1, began, ended, $5::jsonb, $6, $7
      from (select clock_timestamp() as ended) as clock, lateral (select ended - $2 * interval '1 ms' as began) as start
      on conflict do nothing`,
    values: [
      job,
      ms,
      outcome.ok ? "done" : "failed",
      epoch,
      outcome.ok ? summaryOf(outcome.summary) : null,
      fault.kind,
      fault.words,
    ],
  });
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
