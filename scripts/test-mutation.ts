// Whether the tests of the code that decides would notice a change of it: `npm run test:mutation`, or a few files alone by
// `npm run test:mutation -- --mutate lib/identity/policy.ts`. Takes many minutes, so it is no part of `npm test`. Prints
// what survived and a table by file; fails below the score of stryker.config.mjs.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { packageProgram } from "./process/run-command";
import { runTask } from "./process/run-task";
import { ROOT } from "./process/spawn-node";
import { stopRequested } from "./process/stop-requested";

/** Of this run alone: Stryker leaves its copy behind when it is stopped. */
const COPIES = join(".cache", "stryker", String(process.pid));

await runTask(async () => {
  const program = packageProgram("@stryker-mutator/core/bin/stryker.js");
  const child = spawn(process.execPath, [program, "run", "--tempDirName", COPIES, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { ...process.env, NETWORK: "off", LOG_LEVEL: "silent" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  void stopRequested().then(() => child.kill("SIGTERM"));
  const [code] = (await once(child, "exit")) as [number | null];
  rmSync(join(ROOT, COPIES), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  process.exit(code ?? 1);
});
