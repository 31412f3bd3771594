// Readers of one key in a process of their own, on the Redis of REDIS_URL, whose answers are waited for as many
// milliseconds as the argument says. Told a task over the channel to the process that started it, it answers what was
// read and how often it had to load. Ends when that process does.
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { openCache } from "@/lib/platform/cache/open-cache";

export type Task = { name: string; readers: number; loadMs: number };
export type Outcome = { loads: number; values: string[]; ms: number };

const { cache, driver } = openCache({ REDIS_URL: process.env.REDIS_URL, answerMs: Number(process.argv[2]) }, 5);

async function read({ name, readers, loadMs }: Task): Promise<Outcome> {
  const key = { name, ttlMs: 60_000, staleMs: 60_000, shape: 1 };
  let loads = 0;
  const load = async () => {
    loads++;
    process.send?.("loading");
    await wait(loadMs);
    return `loaded by ${process.pid}`;
  };
  const begun = performance.now();
  const values = await Promise.all(Array.from({ length: readers }, () => cache.through(key, load)));
  return { loads, values: [...new Set(values)], ms: performance.now() - begun };
}

process.on("message", (task: Task) => void read(task).then((outcome) => process.send?.(outcome)));
process.on("disconnect", () => process.exit());
// The connection is there before the first task.
await driver.read("probe");
process.send?.("ready");
