import { pool } from "../db";
import { clusterOf } from "./events-connection";
import { inEvents } from "./in-events";
import type { Reader } from "./positions";

/** Beyond this nobody asks how many more it is. */
const MOST = 100_000;
const STATEMENT_MS = "1500";

/** What lies beyond the positions of these readers, and how old the oldest of it is; by the index, so that history costs nothing. */
export async function outboxLag(readers: readonly Reader[]) {
  const cluster = await clusterOf(pool());
  return inEvents(async (transaction) => {
    await transaction.ask({ text: "select set_config('statement_timeout', $1, true)", values: [STATEMENT_MS] });
    return transaction.ask<{ group: string; topic: string; events: number; oldestMs: number }>({
      name: "outbox-lag",
      text: `select reader.group, reader.topic, found.events::int, coalesce(found.age, 0)::int as "oldestMs"
        from unnest($1::text[], $2::text[]) as reader ("group", topic)
        left join event_positions p on p.consumer_group = reader.group and p.topic = reader.topic and starts_with(p.cluster, $3)
        cross join lateral (
          select count(*) as events, greatest(0, extract(epoch from timezone('utc', clock_timestamp()) - min(created_at)) * 1000) as age
          from (select o.created_at from event_outbox o
            where reader.topic in ('*', o.topic) and o.xid >= coalesce(pg_snapshot_xmin(p.snapshot::pg_snapshot), '0'::xid8)
              and not pg_visible_in_snapshot(o.xid, coalesce(p.snapshot, '1:1:')::pg_snapshot)
              and (p.pinned is null or o.id > p.after_id or not pg_visible_in_snapshot(o.xid, p.pinned::pg_snapshot))
            order by o.xid limit $4) as beyond) as found
        order by 1, 2`,
      values: [readers.map(({ group }) => group), readers.map(({ topic }) => topic), cluster, MOST],
    });
  });
}
