import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAMES = ["AUTH_SECRET", "ENCRYPTION_KEY"] as const;

/**
 * The product's secrets for its processes: those of the environment, else those of DATA_DIR/secrets.json, made on first
 * use and kept where only the owner of the folder reads.
 */
export function productSecrets(dataDir: string): Record<(typeof NAMES)[number], string> {
  const file = join(dataDir, "secrets.json");
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
  const made = Object.fromEntries(NAMES.map((name) => [name, kept[name] ?? randomBytes(48).toString("base64url")]));
  if (NAMES.some((name) => !kept[name] && !process.env[name]?.trim())) {
    writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  const value = (name: (typeof NAMES)[number]) => process.env[name]?.trim() || made[name] || "";
  return { AUTH_SECRET: value("AUTH_SECRET"), ENCRYPTION_KEY: value("ENCRYPTION_KEY") };
}
