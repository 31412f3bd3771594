import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The schema that engineers edit. */
export const SCHEMA = fileURLToPath(new URL("../../prisma/schema", import.meta.url));
/** The schema that the migrations so far lead to: `npm run migration` copies it here. */
export const MIGRATED = fileURLToPath(new URL("../../prisma/migrated", import.meta.url));

export function readSchema(folder: string): { path: string; content: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: `prisma/${name}`, content: readFileSync(join(folder, name), "utf8") }));
}
