// Whether the tests of the code that decides would notice a change of it: `npm run test:mutation`, for a few files
// `npm run test:mutation -- --mutate lib/identity/policy.ts`. Some ten minutes for all; no part of `npm test`. Prints what
// survived and a table by file; fails below the score of stryker.config.mjs.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { packageProgram } from "./process/run-command";
import { runTask } from "./process/run-task";
import { ROOT } from "./process/spawn-node";
import { stopRequested } from "./process/stop-requested";

await runTask(async () => {
  const program = packageProgram("@stryker-mutator/core/bin/stryker.js");
  const child = spawn(process.execPath, [program, "run", ...process.argv.slice(2)], {
    cwd: ROOT,
    env: { ...process.env, NETWORK: "off", LOG_LEVEL: "silent" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  // Ctrl-C, or npm gone: Stryker ends its own processes and takes its copies away.
  void stopRequested().then(() => child.kill("SIGTERM"));
  const [code] = (await once(child, "exit")) as [number | null];
  process.exit(code ?? 1);
});
