// A worker for tests to stop and kill: leads with the one job that its arguments name. It says `middle` in the middle of
// each run, with `hold` waits there until it is told to go on, and says how the run ended: `stored`, or the error's name.
import { once } from "node:events";
import { startScheduler } from "@/lib/transport/scheduler/scheduler";
import { effectJob } from "./effects";

const [name = "", mode = "", beatMs = "", silenceMs = ""] = process.argv.slice(2);
const goOn = once(process, "message");
const say = (word: string) => void process.send?.(word);

const job = effectJob(name, {
  missed: "once",
  worker: "child",
  async middle() {
    say("middle");
    if (mode === "hold") await goOn;
  },
});
const told = {
  ...job,
  run: (...args: Parameters<typeof job.run>) =>
    job.run(...args).then(
      () => say("stored"),
      (error: Error) => {
        say(error.name);
        throw error;
      },
    ),
};
startScheduler([told], { beatMs: Number(beatMs), silenceMs: Number(silenceMs) });
process.on("disconnect", () => process.exit(1));
