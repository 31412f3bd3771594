import { readAppliedMigrations } from "./db";
import { singleFlight } from "./single-flight";

declare global {
  /** The names of this build's migrations, set by the web server that has the files before it. */
  var hashinsightMigrations: string[] | undefined;
}

const readApplied = singleFlight(readAppliedMigrations);

let complete: { missing: string[]; applied: number } | undefined;

/** Which of this build's migrations the database lacks. Asked no more once it had them all: none is ever taken back. */
export async function missingMigrations(): Promise<{ missing: string[]; applied: number }> {
  if (complete) return complete;
  const applied = await readApplied();
  const missing = (globalThis.hashinsightMigrations ?? []).filter((name) => !applied.includes(name));
  const state = { missing, applied: applied.length };
  if (missing.length === 0) complete = state;
  return state;
}
