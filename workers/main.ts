// The background process: `npm run worker -- all|scheduler|relay|consumers|work`. Ends by SIGTERM, or when the process that
// started it does.
import { watchWorker } from "@/lib/transport/watch";
import { consumers } from "./consumers";
import { relay } from "./relay";
import { does, faultOfRole } from "./roles";
import { scheduler } from "./scheduler";
import { work } from "./work";

/** What still runs after this is cut off; what it writes is in transactions, so nothing is half done. */
const FINISH_MS = 6_000;

const START = { scheduler, relay, consumers, work };

const role = process.argv[2] ?? "all";
const fault = faultOfRole(role);
if (fault !== undefined) {
  console.error(fault);
  process.exit(2);
}
const names = Object.keys(START) as (keyof typeof START)[];
const started = names.filter((name) => does(role, name)).map((name) => START[name]());
const parts = await Promise.all([watchWorker(), ...started]);

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
