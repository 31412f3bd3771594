import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { clusterFolder } from "@/scripts/postgres/cluster";
import { DATABASE, databaseLogins, databaseUrl, OWNER, RUNTIME, SUPERUSER } from "@/scripts/postgres/logins";
import { productSecrets } from "@/scripts/process/product-secrets";

/** Set by playwright.config.ts before any test. */
function named(name: "E2E_ORIGIN" | "E2E_DATA_DIR"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through playwright.config.ts`);
  return value;
}

/** The server under test, as a browser names it in `Origin`. */
export const origin = (): string => named("E2E_ORIGIN");
export const dataDir = (): string => named("E2E_DATA_DIR");

/**
 * Lets this process look behind the server under test: its database as who may see everything (for `@/lib/testing/sql`),
 * and its secrets, to make sessions without a password each.
 */
export function lookBehind(): void {
  const note = join(clusterFolder(dataDir()), "postmaster.pid");
  if (!existsSync(note)) throw new Error(`No embedded Postgres runs in ${dataDir()}: is E2E_DATA_DIR the server's?`);
  const port = Number(readFileSync(note, "utf8").split("\n")[3]);
  const logins = databaseLogins(dataDir());
  Object.assign(process.env, {
    ...productSecrets(dataDir()),
    DATABASE_ADMIN_URL: databaseUrl(SUPERUSER, logins, port, DATABASE),
    DATABASE_OWNER_URL: databaseUrl(OWNER, logins, port),
    DATABASE_URL: databaseUrl(RUNTIME, logins, port),
  });
}
