import { inTransaction } from "../database/in-transaction";
import { inWork } from "./in-work";

const MOST = 100;
const WATCHING = { tenantId: null, userId: null, ownOnly: false, lookup: null, work: "platform" as const };

type Lost = { id: string; tenantId: string | null };

/**
 * Ends what the queue has given up, or never heard of: too many workers ended under it. Gives how many that were.
 */
export async function endLostWork(): Promise<number> {
  const lost = await findLost();
  for (const { id, tenantId } of lost)
    await inWork(tenantId, ({ ask }) =>
      ask({
        name: "work-lost",
        text: `update long_work set state = 'failed', fault = 'Its worker ended too often.', finished_at = clock_timestamp()
          where id = $1 and finished_at is null`,
        values: [id],
      }),
    );
  return lost.length;
}

/** A work's row is finished before its job is, so what lies open without a job is nobody's any more. */
const findLost = (): Promise<Lost[]> =>
  inTransaction(WATCHING, ({ ask }) =>
    ask<Lost>({
      name: "work-find-lost",
      text: `select w.id, w.tenant_id as "tenantId" from long_work w
        where w.finished_at is null and not exists (
          select from pgboss.job j where j.name = w.name and j.id = w.id and j.state in ('created', 'retry', 'active'))
        limit $1`,
      values: [MOST],
    }),
  );
