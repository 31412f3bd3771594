import type { Transaction } from "../database/transaction";
import { pool } from "../db";
import { clusterOf } from "./events-connection";
import { inEvents } from "./in-events";
import { oldestOpen, type Position } from "./position";
import type { Reader } from "./positions";

/** Beyond this nobody asks how many more it is. */
const MOST = 20_000;
const STATEMENT_MS = "1500";

type Lag = { group: string; topic: string; events: number; oldestMs: number };

/** What lies beyond the positions of these readers, and how old the oldest of it is; by the index, so that history costs nothing. */
export async function outboxLag(readers: readonly Reader[]): Promise<Lag[]> {
  const cluster = await clusterOf(pool());
  return inEvents(async (transaction) => {
    await transaction.ask({ text: "select set_config('statement_timeout', $1, true)", values: [STATEMENT_MS] });
    const positions = await positionsOf(transaction, readers, cluster);
    const column = <T>(of: (position: Position) => T) => positions.map(of);
    return transaction.ask<Lag>({
      name: "outbox-lag",
      // Given as values: under row-level security no index serves what a function makes of another table's column.
      text: `select reader.group, reader.topic, found.events::int, coalesce(found.age, 0)::int as "oldestMs"
        from unnest($1::text[], $2::text[], $3::text[]::xid8[], $4::text[]::pg_snapshot[], $5::text[]::pg_snapshot[], $6::bigint[])
          as reader ("group", topic, oldest, snapshot, pinned, after_id)
        cross join lateral (
          select count(*) as events, greatest(0, extract(epoch from timezone('utc', clock_timestamp()) - min(created_at)) * 1000) as age
          from (select o.created_at from event_outbox o
            where reader.topic in ('*', o.topic) and o.xid >= reader.oldest and not pg_visible_in_snapshot(o.xid, reader.snapshot)
              and (reader.pinned is null or o.id > reader.after_id or not pg_visible_in_snapshot(o.xid, reader.pinned))
            order by o.xid limit $7) as beyond) as found
        order by 1, 2`,
      values: [
        ...[readers.map(({ group }) => group), readers.map(({ topic }) => topic)],
        ...[column(({ snapshot }) => oldestOpen(snapshot)), column(({ snapshot }) => snapshot)],
        ...[column(({ pinned }) => pinned), column(({ afterId }) => afterId), MOST],
      ],
    });
  });
}

/** Where each stands: at the beginning, who is new here or stood in another cluster. */
const positionsOf = (transaction: Transaction, readers: readonly Reader[], cluster: string): Promise<Position[]> =>
  transaction.ask<Position>({
    name: "positions-of",
    text: `select coalesce(p.snapshot, '1:1:') as snapshot, p.pinned, coalesce(p.after_id, 0)::text as "afterId"
      from unnest($1::text[], $2::text[]) with ordinality as reader ("group", topic, place)
      left join event_positions p on p.consumer_group = reader.group and p.topic = reader.topic and starts_with(p.cluster, $3)
      order by reader.place`,
    values: [readers.map(({ group }) => group), readers.map(({ topic }) => topic), cluster],
  });
