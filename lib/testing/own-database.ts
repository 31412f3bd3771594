import { disconnectDatabase } from "@/lib/platform/db";
import { freshDatabase } from "@/scripts/postgres/fresh-database";

/**
 * A migrated database for one test file alone, for tables that belong to no tenant. Call it before anything asks
 * for the environment; call what it gives at the end.
 */
export async function ownDatabase(): Promise<() => Promise<void>> {
  const admin = process.env.DATABASE_ADMIN_URL;
  const template = process.env.DATABASE_TEMPLATE;
  if (!admin || !template)
    throw new Error(
      "DATABASE_ADMIN_URL and DATABASE_TEMPLATE are set by lib/testing/postgres-setup.ts: run this as a database test",
    );
  const database = await freshDatabase(admin, template);
  process.env.DATABASE_URL = database.runtimeUrl;
  process.env.DATABASE_OWNER_URL = database.ownerUrl;
  return async () => {
    await disconnectDatabase();
    await database.stop();
  };
}
