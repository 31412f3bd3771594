import type { QueryConfig } from "pg";
import { inWork } from "./in-work";

/** A work's place in the queue: the company is what the queue names, and the row is found in no other. */
export type Place = { id: string; name: string; tenantId: string | null };
/** A try that has begun. What is written for one is written only while it is the last. */
export type Attempt = Place & { attempt: number };
export type Begun = { attempt: number; failures: number; userId: string | null; input: unknown; createdAt: Date };

/** Begins the next try; nothing where the work is over, was cancelled, or isn't this company's. */
export const beginAttempt = ({ id, name, tenantId }: Place): Promise<Begun | undefined> =>
  inWork(tenantId, async ({ ask }) => {
    const [row] = await ask<Begun & { isCancelled: boolean }>({
      name: "work-begin",
      text: `update long_work set state = case when cancel_asked_at is null then 'running' else 'cancelled' end,
          finished_at = case when cancel_asked_at is null then null else clock_timestamp() end,
          attempt = attempt + 1, started_at = coalesce(started_at, clock_timestamp()), touched_at = clock_timestamp(), fault = null, refusal = null
        where id = $1 and name = $2 and state in ('queued', 'waiting', 'running')
        returning attempt, failures, user_id as "userId", input, created_at as "createdAt", cancel_asked_at is not null as "isCancelled"`,
      values: [id, name],
    });
    return row?.isCancelled ? undefined : row;
  });

export type Progress = { done: number; total: number; message: string | null };
export type Sign = "goes_on" | "cancel" | "lost";

/** Gives a sign of life and says how far it is; hears whether to go on. */
export const touchAttempt = ({ id, tenantId, attempt }: Attempt, progress: Progress | null): Promise<Sign> =>
  inWork(tenantId, async ({ ask }) => {
    const [row] = await ask<{ isCancelled: boolean }>({
      name: "work-touch",
      text: `update long_work set touched_at = clock_timestamp(), done = coalesce($3, done), total = coalesce($4, total),
          message = case when $3::int is null then message else $5 end
        where id = $1 and attempt = $2 and state = 'running' returning cancel_asked_at is not null as "isCancelled"`,
      values: [id, attempt, progress?.done ?? null, progress?.total ?? null, progress?.message ?? null],
    });
    if (!row) return "lost";
    return row.isCancelled ? "cancel" : "goes_on";
  });

/** Ends a try that came to nothing: `waiting` for the next one, or for good. */
export const endAttempt = (
  { id, tenantId, attempt }: Attempt,
  end: { state: "waiting" | "failed" | "cancelled"; fault: string | null; refusal: unknown; isFailure: boolean },
): Promise<void> =>
  inWork(tenantId, async ({ ask }) => {
    await ask({
      name: "work-end",
      text: `update long_work set state = $3, fault = $4, refusal = $6, failures = failures + $5::int, touched_at = clock_timestamp(),
          finished_at = case when $3 = 'waiting' then null else clock_timestamp() end
        where id = $1 and attempt = $2 and state = 'running'`,
      values: [id, attempt, end.state, end.fault?.slice(0, 500) ?? null, end.isFailure ? 1 : 0, jsonOf(end.refusal)],
    });
  });

const jsonOf = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Marks the work as done, in the transaction of its effect; gives a row, unless the try is not the last any more. */
export const doneStatement = ({ id, attempt }: Attempt, result: unknown): QueryConfig => ({
  name: "work-done",
  text: `update long_work set state = 'done', result = $3, touched_at = clock_timestamp(), finished_at = clock_timestamp(),
      done = coalesce(total, done)
    where id = $1 and attempt = $2 and state = 'running' returning id`,
  values: [id, attempt, JSON.stringify(result ?? null)],
});
