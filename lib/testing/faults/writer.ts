// A process that writes for the fault tests and says what it was told: `{ key, version }` an acknowledged write. It ends
// when it has written its part, is told to stop, or as FAILPOINT says.
import { setTimeout as wait } from "node:timers/promises";
import { cache, closeCache } from "@/lib/platform/cache";
import { inTestUnit, Noted, tellIn } from "../events/ground";
import { NotedV2 } from "./noted-versions";
import { seeded } from "./seeded";
import { versionKey, versionOf } from "./version-key";

export type WriterTask = {
  keys: readonly string[];
  /** Without it: until it is told to stop. */
  writes?: number;
  /** The pause between two writes, on average. */
  everyMs?: number;
  seed: number;
  tenants: readonly (string | null)[];
  /** Of the event's shape. */
  version?: 1 | 2;
  /** Forget an aggregate's version in the cache after each write, and read it. */
  cached?: boolean;
};
/** What it tells: a write that stands, or a value of the cache that was older than what this process itself had written. */
export type WriterWord = { key: string; version: number; read?: number };

const task = JSON.parse(process.argv[2] ?? "{}") as WriterTask;
const { keys, writes = Number.POSITIVE_INFINITY, everyMs = 0, tenants, version: shape = 1 } = task;
const random = seeded(task.seed);
const pause = () => wait(2 * everyMs * random());
const say = (word: WriterWord) => process.send?.(word);
let isOver = false;
process.on("message", () => {
  isOver = true;
});
process.on("disconnect", () => process.exit(1));

for (let n = 0; n < writes && !isOver; n++) {
  const at = Math.floor(random() * keys.length);
  const key = keys[at] ?? "";
  const amount = 1 + Math.floor(random() * 100);
  try {
    const version = await write(key, amount, tenants[at % tenants.length] ?? null);
    say({ key, version });
    if (task.cached) await checkCache(key, version);
  } catch {
    // Not acknowledged: it may stand or not.
  }
  if (everyMs > 0) await pause();
}
await closeCache();
process.exit(0);

function write(key: string, amount: number, tenantId: string | null): Promise<number> {
  return inTestUnit((unit) =>
    shape === 1
      ? tellIn(unit, Noted, key, { note: "n", amount }, tenantId)
      : tellIn(unit, NotedV2, key, { note: "n", paid: { amount, unit: "sat" } }, tenantId),
  );
}

async function checkCache(key: string, version: number): Promise<void> {
  await cache().forget(versionKey(key));
  const read = await cache().through(versionKey(key), () => versionOf(key));
  if (read < version) say({ key, version, read });
}
