import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { log } from "../log";
import { Overtaken } from "./event-bus";
import type { Term } from "./keep-reading";
import { allOf, oldestOpen } from "./position";
import { movePositionAlone, RELAY, readPosition } from "./positions";
import type { Relay } from "./relay";

/** How often it is seen how far Debezium has come. */
const LOOK_MS = 1_000;

/** As deploy/debezium/hashinsight-outbox.json names it. */
const SLOT = "hashinsight_outbox";
const MISSING =
  "EVENT_TRANSPORT=debezium, but its slot is missing in this database: npm run prepare-replication. Until then the relay publishes";

/**
 * The relay's part where Debezium publishes: all that was committed before Debezium's slot was there, which it never
 * sees. Then the position follows the slot. For as long as there is no slot, or none that still works, the relay
 * publishes, so that a change of transport holds nothing up.
 */
export async function relayUntilDebezium(term: Term, relay: Relay): Promise<void> {
  const { client } = term.connection;
  if (!(await lookAtSlot(client))) log.error({ slot: SLOT }, MISSING);
  await relay(async () => (await lookAtSlot(client)) !== undefined);
  // What was committed just before the slot may become visible just after: until none of those is open any more.
  const before = await firstToCome(client);
  const { where } = await relay(({ snapshot }) => BigInt(oldestOpen(snapshot)) >= before);
  if (term.end.aborted) return;
  log.info({ slot: SLOT }, "all from before Debezium's slot is published: Debezium goes on");
  await followSlot(term, where);
}

/** `reader`: the process of Postgres that sends to Debezium just now. `has`: whether Debezium has all up to the asked place. */
type SlotLook = { now: string; place: string; reader: number | null; has: boolean };

/** How far Debezium is; `undefined` when there is no slot that works. */
async function lookAtSlot(client: Pick<Client, "query">, upTo = "0/0"): Promise<SlotLook | undefined> {
  const { rows } = await client.query<SlotLook>({
    name: "slot-look",
    // A slot that is being made has confirmed nothing yet.
    text: `select pg_current_snapshot()::text as now, pg_current_wal_insert_lsn()::text as place, active_pid as reader,
        confirmed_flush_lsn >= $2::pg_lsn as has
      from pg_replication_slots where slot_name = $1 and database = current_database() and confirmed_flush_lsn is not null
        and wal_status is distinct from 'lost'`,
    values: [SLOT, upTo],
  });
  return rows[0];
}

/** The number that the next transaction will have at least. */
async function firstToCome(client: Pick<Client, "query">): Promise<bigint> {
  const { rows } = await client.query<{ first: string }>(
    "select pg_snapshot_xmax(pg_current_snapshot())::text as first",
  );
  return BigInt(rows[0]?.first ?? 0);
}

/**
 * Moves the relay's position on as Debezium confirms; ends when the slot is gone. What a look saw counts once the same
 * reader has confirmed all up to there: of a slot that was made anew meanwhile there is another.
 */
async function followSlot({ connection: { client }, end }: Term, where: string): Promise<void> {
  let position = await readPosition(client, RELAY, where);
  let mark: SlotLook | undefined;
  while (!end.aborted) {
    const look = await lookAtSlot(client, mark?.place);
    if (!look) return;
    const isSame = mark?.reader === look.reader;
    if (mark && isSame && look.has) {
      const to = allOf(mark.now);
      if (!(await movePositionAlone(client, RELAY, position, to, where))) throw new Overtaken("relay");
      position = { ...to, moves: String(BigInt(position.moves) + 1n) };
    }
    if (!isSame || look.has) mark = look.reader === null ? undefined : look;
    await wait(LOOK_MS, undefined, { signal: end }).catch(() => undefined);
  }
}
