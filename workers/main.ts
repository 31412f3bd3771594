// The background process: `npm run worker -- all|scheduler`. Ends by SIGTERM, or when the process that started it does.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Job } from "@/lib/transport/schedule";
import { startScheduler } from "@/lib/transport/scheduler";
import { faultOfRole } from "./roles";

/** What still runs after this is cut off; a job's writes are one transaction, so nothing is half done. */
const FINISH_MS = 6_000;

async function loadJobs(): Promise<Job[]> {
  const folder = join(import.meta.dirname, "jobs");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  return Promise.all(files.sort().map(async (name) => ((await import(join(folder, name))) as { job: Job }).job));
}

const fault = faultOfRole(process.argv[2] ?? "all");
if (fault !== undefined) {
  console.error(fault);
  process.exit(2);
}
const scheduler = startScheduler(await loadJobs());

let stopping = false;
function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code), FINISH_MS);
  void scheduler.stop().finally(() => process.exit(code));
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(0));
process.on("disconnect", () => process.exit(1));
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
