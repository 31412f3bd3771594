import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const DATABASE = "hashinsight";
/** Owns the tables and runs the migrations. */
export const OWNER = "hashinsight_owner";
/** What the product runs as: no owner, no superuser, bound by row-level security. */
export const RUNTIME = "hashinsight_app";
/** Only for making the other two. */
export const SUPERUSER = "postgres";

export type Logins = Record<typeof OWNER | typeof RUNTIME | typeof SUPERUSER, string>;

/** The random passwords of the embedded Postgres, made on first use and kept where only the owner of `dataDir` reads. */
export function databaseLogins(dataDir: string): Logins {
  const file = join(dataDir, "database-logins.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Logins;
  const password = () => randomBytes(24).toString("base64url");
  const logins: Logins = { [OWNER]: password(), [RUNTIME]: password(), [SUPERUSER]: password() };
  writeFileSync(`${file}.new`, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return logins;
}

export function databaseUrl(role: keyof Logins, logins: Logins, port: number, database: string = DATABASE): string {
  return `postgres://${role}:${logins[role]}@127.0.0.1:${port}/${database}`;
}
