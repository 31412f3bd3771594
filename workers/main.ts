// The background process: `npm run worker -- all|scheduler`. Ends by SIGTERM, or when the process that started it does.
import { faultOfRole } from "./roles";
import { scheduler } from "./scheduler";

/** What still runs after this is cut off; a job's writes are one transaction, so nothing is half done. */
const FINISH_MS = 6_000;

const START = { scheduler };

const role = process.argv[2] ?? "all";
const fault = faultOfRole(role);
if (fault !== undefined) {
  console.error(fault);
  process.exit(2);
}
const started = Object.entries(START).flatMap(([name, start]) => (role === "all" || role === name ? [start()] : []));
const parts = await Promise.all(started);

let stopping = false;
function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code), FINISH_MS);
  void Promise.all(parts.map((part) => part.stop())).finally(() => process.exit(code));
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(0));
process.on("disconnect", () => process.exit(1));
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
