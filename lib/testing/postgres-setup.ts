import { freshDatabase } from "@/scripts/postgres/fresh-database";
import { migrate } from "@/scripts/postgres/migrate";
import { throwawayPostgres } from "./throwaway-postgres";

/**
 * The Postgres of the database tests, as a vitest global set-up: a throw-away one from npm, or a fresh database on the
 * server of DATABASE_URL if that is given. Tests get DATABASE_URL (the runtime role),
 * DATABASE_OWNER_URL, DATABASE_ADMIN_URL, who may create databases, and DATABASE_TEMPLATE, a migrated one to copy, which
 * takes a tenth of the time of migrating. Projects that run together share it.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.DATABASE_ADMIN_URL) return undefined;
  const given = process.env.DATABASE_URL;
  return serve(given ? { ...(await freshDatabase(given)), adminUrl: given } : await throwawayPostgres());
}

type Database = { ownerUrl: string; runtimeUrl: string; adminUrl: string; stop(): Promise<void> };

/** Migrates the database and tells the tests of it; gives its end. */
export async function serve(database: Database): Promise<() => Promise<void>> {
  const template = await freshDatabase(database.adminUrl);
  await Promise.all([migrate(database.ownerUrl), migrate(template.ownerUrl)]);
  process.env.DATABASE_URL = database.runtimeUrl;
  process.env.DATABASE_OWNER_URL = database.ownerUrl;
  process.env.NETWORK ??= "off";
  process.env.DATABASE_ADMIN_URL = database.adminUrl;
  process.env.DATABASE_TEMPLATE = new URL(template.ownerUrl).pathname.slice(1);
  return async () => {
    await template.stop();
    await database.stop();
  };
}
