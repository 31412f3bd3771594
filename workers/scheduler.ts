import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Job } from "@/lib/transport/schedule";
import { type Scheduler, startScheduler } from "@/lib/transport/scheduler/scheduler";

/** The role that runs what the clock says: every job in the folder `jobs`. */
export async function scheduler(): Promise<Scheduler> {
  const folder = join(import.meta.dirname, "jobs");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const jobs = files.sort().map(async (name) => ((await import(join(folder, name))) as { job: Job }).job);
  return startScheduler(await Promise.all(jobs));
}
