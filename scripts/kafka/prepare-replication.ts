import { randomBytes } from "node:crypto";
import { type Client, DatabaseError } from "pg";
import { asUser } from "../postgres/provision";
import { Refusal } from "../process/refusal";

/** Reads the log of Postgres for Debezium, and the table of events; nothing else. */
const REPLICATION = "hashinsight_replication";
const TABLE = "public.event_outbox";
/** As deploy/debezium/hashinsight-outbox.json names them. */
const PUBLICATION = "hashinsight_outbox";
const SLOT = "hashinsight_outbox";
/** A slot waits for every transaction that is open when it is made. */
const SLOT_TIMEOUT = "60s";
const NOT_ALLOWED = "42501";

/**
 * Makes what Debezium needs in the database at `ownerUrl`: role, grants, publication and slot. Repeatable; the role
 * gets the given password, else a new one. Gives the address to read with.
 */
export async function prepareReplication(ownerUrl: string, password = randomBytes(24).toString("base64url")) {
  await asUser(ownerUrl, async (client) => {
    await requireLogical(client);
    await makeRole(client, password);
    await client.query(`grant usage on schema public to ${REPLICATION}`);
    await client.query(`grant select on ${TABLE} to ${REPLICATION}`);
    await makePublication(client);
  });
  const url = Object.assign(new URL(ownerUrl), { username: REPLICATION, password, search: "" }).toString();
  // As the reader itself, which shows that it can; and by itself, because no slot is made where something was written.
  if (await asUser(url, makeSlot)) await asUser(ownerUrl, tellRelay);
  return url;
}

/** Throws a Refusal when the Postgres at `url` writes no log for Debezium. One that can't be asked is no matter yet. */
export async function requireLogicalAt(url: string): Promise<void> {
  await asUser(url, requireLogical).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
  });
}

async function requireLogical(client: Client): Promise<void> {
  const { rows } = await client.query("select current_setting('wal_level') as level");
  if (rows[0]?.level === "logical") return;
  throw new Refusal(
    `Postgres writes its log at wal_level=${rows[0]?.level}; Debezium reads it at "logical".`,
    "Set wal_level=logical and restart Postgres. The embedded one: stop npm start, and start it with EVENT_TRANSPORT=debezium.",
  );
}

async function makeRole(client: Client, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [REPLICATION]);
  try {
    if (rowCount === 0) await client.query(`create role ${REPLICATION}`);
    await client.query(`alter role ${REPLICATION} login replication password ${client.escapeLiteral(password)}`);
    const { rows } = await client.query("select current_database() as name");
    await client.query(`grant connect on database ${client.escapeIdentifier(rows[0]?.name)} to ${REPLICATION}`);
  } catch (cause) {
    if (!(cause instanceof DatabaseError) || cause.code !== NOT_ALLOWED) throw cause;
    // An administrator has made it: whether its password is the given one is seen when the slot is made.
    if (rowCount === 1) return;
    throw new Refusal(
      `The user of DATABASE_URL may not make the role ${REPLICATION} (${cause.message}).`,
      `Let an administrator run: create role ${REPLICATION} login replication password '…';`,
      { cause },
    );
  }
}

async function makePublication(client: Client): Promise<void> {
  const settings = "(publish = 'insert', publish_via_partition_root = true)";
  const { rowCount } = await client.query("select from pg_publication where pubname = $1", [PUBLICATION]);
  if (rowCount === 0) await client.query(`create publication ${PUBLICATION} for table ${TABLE} with ${settings}`);
  else await client.query(`alter publication ${PUBLICATION} set ${settings}`);
}

/** Says whether it is new. */
async function makeSlot(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    "select database, current_database() as here, wal_status from pg_replication_slots where slot_name = $1",
    [SLOT],
  );
  const [slot] = rows;
  if (slot === undefined) {
    await client.query(`set statement_timeout = '${SLOT_TIMEOUT}'`);
    await client.query("select pg_create_logical_replication_slot($1, 'pgoutput')", [SLOT]);
    return true;
  }
  const advice = `Drop it (select pg_drop_replication_slot('${SLOT}')) once nothing reads it, and prepare again.`;
  if (slot.database !== slot.here) {
    throw new Refusal(`The slot ${SLOT} belongs to another database of this server, ${slot.database}.`, advice);
  }
  if (slot.wal_status === "lost")
    throw new Refusal(`Postgres has thrown away what the slot ${SLOT} still needs.`, advice);
  return false;
}

/** A relay that follows the slot of before shall not take this one for it: it publishes again from where it stands. */
async function tellRelay(client: Client): Promise<void> {
  await client.query("select set_config('app.scope', 'events', false)");
  await client.query("update event_positions set moves = moves + 1 where consumer_group = 'relay'");
}
