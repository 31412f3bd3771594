// Brings a fresh clone to a runnable state with whatever Node and npm are there, then runs `scripts/<task>.ts` under
// the pinned Node. Plain JavaScript without packages: it runs before anything is installed.
// What the preparation says goes to stderr, so that a task's stdout is its own.
import { delimiter } from "node:path";
import { ensureClient } from "./bootstrap/client.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { ensurePackages } from "./bootstrap/packages.mjs";
import { ensureNode } from "./bootstrap/runtime.mjs";
import { say, Unprepared } from "./bootstrap/say.mjs";

const OLDEST = 18;
const [task, ...args] = process.argv.slice(2);
/** Whoever started us has done it all: in the image nothing may be installed, and what builds it is not there. */
const isPrepared = process.env.HASHINSIGHT_PREPARED === "yes";

try {
  if (Number(process.versions.node.split(".")[0]) < OLDEST) {
    throw new Unprepared(
      `This is Node ${process.versions.node}; HashInsight needs ${OLDEST} or newer to fetch its own.`,
    );
  }
  if (!task || !/^[a-z-]+$/.test(task)) throw new Unprepared("Use `npm start`, `npm test` or `npm run <task>`.");
  await handOver(task, args, isPrepared ? process.env : await prepare());
} catch (error) {
  say(error instanceof Unprepared ? error.message : (error.stack ?? String(error)));
  process.exit(1);
}

/** Gives the environment in which the pinned Node is the first. */
async function prepare() {
  const folder = await ensureNode();
  const env = { ...process.env, PATH: folder + delimiter + process.env.PATH };
  await ensurePackages(env);
  await ensureClient(env);
  return env;
}
