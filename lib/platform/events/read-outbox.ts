import type { Client } from "pg";
import type { BusEvent, Topic } from "@/lib/kernel/event";
import type { Arrived } from "./event-bus";
import { newTo, type Position, positionAfter } from "./position";

/** `part` is the partition that the event was given, `at` the position once it is read and none after it. */
export type Told = Arrived & { part: number; at: Position };
/** `isLast`: there was nothing more when it was read. */
export type Page = { events: Told[]; next: Position; isLast: boolean };

type Row = { now: string; id: string | null; topic: Topic; part: number; value: string };

/**
 * The next events of these topics beyond a position, in the order of their ids, which within an aggregate is that of
 * their commits (its row is locked before the event is written). `client` has the scope `events`.
 */
export async function readOutbox(
  client: Pick<Client, "query">,
  topics: readonly Topic[],
  position: Position,
  limit: number,
): Promise<Page> {
  const rows =
    position.pinned === null
      ? await fresh(client, topics, position, limit)
      : await backlog(client, topics, position, limit);
  const found = rows.filter(({ id }) => id !== null);
  const isFull = found.length === limit;
  const now = rows[0]?.now ?? "";
  const next = positionAfter(position, { now, lastId: found.at(-1)?.id ?? undefined, isFull });
  const events = found.map(({ id, topic, part, value }) => ({
    ...{ topic, part, value, event: JSON.parse(value) as BusEvent },
    at: positionAfter(position, { now, lastId: id ?? undefined, isFull: true }),
  }));
  // What came during a backlog is beyond its snapshot.
  return { events, next, isLast: !isFull && position.pinned === null };
}

/**
 * By the index of transactions; the snapshot is that of the same statement. `id + 0`: sorted, never walked from the first id.
 * `topic || ''`: nor by the index of topics, which Postgres takes while a day is too young to have statistics.
 */
async function fresh(client: Pick<Client, "query">, topics: readonly Topic[], position: Position, limit: number) {
  const { from, running } = newTo(position);
  const { rows } = await client.query<Row>({
    name: "outbox-fresh",
    text: `select here.now::text as now, found.* from (select pg_current_snapshot() as now) here left join lateral (
        select o.id, o.topic, o.part, o.payload::text as value from event_outbox o
        where o.topic || '' = any ($1::text[]) and (o.xid >= $2::text::xid8 or o.xid = any ($3::text[]::xid8[]))
        order by o.id + 0 limit $4) found on true order by found.id`,
    values: [topics, from, running, limit],
  });
  return rows;
}

/** By id within the pinned snapshot; written so that no index of transactions fits, which would be sorted anew each page. */
async function backlog(client: Pick<Client, "query">, topics: readonly Topic[], position: Position, limit: number) {
  const { rows } = await client.query<Row>({
    name: "outbox-backlog",
    text: `select $3::text as now, o.id, o.topic, o.part, o.payload::text as value from event_outbox o
      where o.topic || '' = any ($1::text[]) and o.id > $2::bigint and pg_visible_in_snapshot(o.xid, $3::text::pg_snapshot)
        and not pg_visible_in_snapshot(o.xid, $4::text::pg_snapshot)
      order by o.id limit $5`,
    values: [topics, position.afterId, position.pinned, position.snapshot, limit],
  });
  return rows;
}
