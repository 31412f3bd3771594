import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/scripts/postgres/embedded";
import { freshDatabase } from "@/scripts/postgres/fresh-database";
import { migrate } from "@/scripts/postgres/migrate";

/**
 * The Postgres of the database tests, as a vitest global set-up: a throw-away one from npm, or a fresh database on the
 * server of DATABASE_URL if that is given. Tests get DATABASE_URL (the runtime role),
 * DATABASE_OWNER_URL, and DATABASE_ADMIN_URL, who may create databases.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const database = given ? { ...(await freshDatabase(given)), adminUrl: given } : await throwaway();
  await migrate(database.ownerUrl);
  process.env.DATABASE_URL = database.runtimeUrl;
  process.env.DATABASE_OWNER_URL = database.ownerUrl;
  process.env.NETWORK ??= "off";
  process.env.DATABASE_ADMIN_URL = database.adminUrl;
  return database.stop;
}

async function throwaway() {
  const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-test-"));
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbedded({ dataDir, throwaway: true });
  return {
    ...postgres,
    adminUrl: postgres.superuserUrl,
    async stop() {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
