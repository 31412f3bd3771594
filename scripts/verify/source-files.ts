import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../process/spawn-node";

const CODE = /\.(ts|tsx|mjs)$/;

/** The files of a folder of the project, by default its code; paths as in the repository. */
export function sourceFiles(folder: string, wanted: RegExp = CODE): string[] {
  const full = join(ROOT, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(ROOT, "/").length))
    .sort();
}
