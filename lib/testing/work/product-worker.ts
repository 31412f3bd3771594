// The product's own worker, in a process for tests to kill, broken by FAILPOINT.
import { startWork } from "@/lib/transport/work/start-work";
import { loadWork } from "@/workers/load";

await startWork(await loadWork());
process.send?.("ready");
process.on("disconnect", () => process.exit(1));
