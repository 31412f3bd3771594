import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { isDiskFull, Refusal } from "../process/refusal";
import { asUser } from "./provision";

export const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

export type Migration = { name: string; sql: string };

/** Any number of our own, the same in every process that migrates. */
const LOCK = 7_305_511;

/** Prisma's own table of what was applied, so that its tools understand the database. */
const HISTORY = `create table if not exists _prisma_migrations (
  id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
  logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0)`;

/** The migrations of this build, oldest first. */
export function knownMigrations(folder: string = MIGRATIONS): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .map((name) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
}

/**
 * Brings the database at `ownerUrl` to this build's schema; gives the names of what was applied now. Each migration and
 * its entry in the history are one transaction, so a cut-off run leaves nothing half done. (Prisma's engine would split
 * the file at every semicolon, inside functions too.)
 * Throws a Refusal, with the database as it was, when a newer build has been there or a migration fails.
 */
export function migrate(ownerUrl: string, known: Migration[] = knownMigrations()): Promise<string[]> {
  return asUser(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const applied = await appliedMigrations(client);
    const unknown = applied.find((name) => !known.some((migration) => migration.name === name));
    if (unknown !== undefined) {
      throw new Refusal(
        `The database was written by a newer HashInsight: it has the migration ${unknown}, which this build doesn't know.`,
        "Start the newer HashInsight, or give another database or DATA_DIR. Nothing was changed.",
      );
    }
    const missing = known.filter(({ name }) => !applied.includes(name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  });
}

async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows: history } = await client.query("select to_regclass('public._prisma_migrations') as there");
  if (history[0]?.there === null) return [];
  const { rows } = await client.query(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return rows.map(({ name }) => String(name));
}

async function apply(client: Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(HISTORY);
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), createHash("sha256").update(sql).digest("hex"), name],
    );
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback").catch(() => undefined);
    if (isDiskFull(cause)) throw cause;
    throw new Refusal(
      `The migration ${name} failed: ${(cause as Error).message}`,
      "The database is as it was before this migration; the data is untouched.",
      { cause },
    );
  }
}
