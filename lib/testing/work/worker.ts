// A worker for tests to kill: does the works of `steps.ts`, broken by FAILPOINT. It says `middle` in each step, and with
// `hold` waits there for good.
import { setTimeout as wait } from "node:timers/promises";
import { startWork } from "@/lib/transport/work/start-work";
import { testWorks } from "./steps";

const [name = "", mode = ""] = process.argv.slice(2);
const works = testWorks(name, async () => {
  process.send?.("middle");
  if (mode === "hold") await wait(3_600_000);
});
await startWork(works);
process.send?.("ready");
process.on("disconnect", () => process.exit(1));
