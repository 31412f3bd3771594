import type { Client } from "pg";
import type { UnitOfWork } from "@/lib/kernel/context";
import type { Topic } from "@/lib/kernel/event";
import { ask } from "../unit-of-work";
import { Overtaken } from "./event-bus";
import { BEGINNING, type Position } from "./position";

/** A position as it is kept; `moves` counts, so that who was overtaken finds out. */
export type Kept = Position & { moves: string };
/** How often the position of a reader to whom nothing is told is written, so that old days can be dropped. */
export const IDLE_MOVE_MS = 10_000;

/** `*`: all topics in one. */
export type Reader = { group: string; topic: Topic | "*" };

/** Who publishes the outbox: its position says what every broker's consumer can read. */
export const RELAY: Reader = { group: "relay", topic: "*" };

/** Where a reader stands; at the beginning when it is new, or stood in another cluster, where snapshots mean nothing. */
export async function readPosition(
  client: Pick<Client, "query">,
  { group, topic }: Reader,
  cluster: string,
): Promise<Kept> {
  const { rows } = await client.query<Kept & { cluster: string }>({
    name: "position-read",
    text: `with new as (insert into event_positions (consumer_group, topic, snapshot, cluster) values ($1, $2, $3, $4)
        on conflict do nothing returning *)
      select snapshot, cluster, pinned, after_id::text as "afterId", moves::text from new
      union all
      select snapshot, cluster, pinned, after_id::text as "afterId", moves::text from event_positions
      where consumer_group = $1 and topic = $2`,
    values: [group, topic, BEGINNING.snapshot, cluster],
  });
  const [kept] = rows;
  // Between the two halves of the statement another process may have made the row.
  if (!kept) return readPosition(client, { group, topic }, cluster);
  const { cluster: stoodIn, ...position } = kept;
  return stoodIn === cluster ? position : { ...BEGINNING, moves: position.moves };
}

/** Moves on, in the transaction of the effects. Throws `Overtaken` when another process moved it since it was read. */
export async function movePosition(
  ctx: { unit: UnitOfWork },
  reader: Reader,
  from: Kept,
  to: Position,
  cluster: string,
): Promise<void> {
  const [row] = await ask<{ moved: boolean }>(ctx, {
    name: "position-move",
    text: "select move_event_position($1, $2, $3, $4, $5, $6, $7) as moved",
    values: valuesOf(reader, from, to, cluster),
  });
  if (!row?.moved) throw new Overtaken(`${reader.group} was read on by another process`);
}

/** The same by itself, for a reader whose effects lie elsewhere; says whether it moved. */
export async function movePositionAlone(
  client: Pick<Client, "query">,
  reader: Reader,
  from: Kept,
  to: Position,
  cluster: string,
): Promise<boolean> {
  const { rows } = await client.query<{ moved: boolean }>({
    name: "position-move-alone",
    text: "select move_event_position($1, $2, $3, $4, $5, $6, $7) as moved",
    values: valuesOf(reader, from, to, cluster),
  });
  return rows[0]?.moved === true;
}

const valuesOf = ({ group, topic }: Reader, from: Kept, to: Position, cluster: string) => [
  ...[group, topic, from.moves, to.snapshot, to.pinned, to.afterId, cluster],
];
