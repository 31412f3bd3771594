// The inner loop: `npm run dev`. Postgres, migrations, seed, Next with hot reload, and a worker that starts again when
// its sources change. Everything it says goes to this terminal.
import { join } from "node:path";
import { commandLine } from "./process/command-line";
import { requirePort } from "./process/free-port";
import { packageProgram } from "./process/run-command";
import { runTask } from "./process/run-task";
import { spawnNode } from "./process/spawn-node";
import { spawnWorker } from "./process/spawn-worker";
import { stopRequested } from "./process/stop-requested";
import { withDatabase } from "./process/with-database";
import { runSeed } from "./start/run-seed";
import { readSettings } from "./start/settings";

await runTask(async () => {
  commandLine("npm run dev; its environment is that of npm start", {});
  const stop = stopRequested();
  const { HOST, PORT, DATA_DIR } = readSettings();
  await requirePort(PORT, HOST);
  await withDatabase("npm run dev", async () => {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: "development",
      NEXT_TELEMETRY_DISABLED: "1",
      HASHINSIGHT_PREPARED: "yes",
      HOST,
      PORT: String(PORT),
    };
    await runSeed("demo", { ...env, NODE_ENV: "production" }, join(DATA_DIR, "logs"), console.log);
    const next = [packageProgram("next/dist/bin/next"), "dev", "--port", String(PORT), "--hostname", HOST];
    const parts = [
      spawnNode(next, env, { plain: true }),
      spawnWorker("all", env, ["--watch", "--watch-preserve-output"]),
    ];
    const ended = parts.map((part) => {
      part.stdout?.pipe(process.stdout);
      part.stderr?.pipe(process.stderr);
      return new Promise((resolve) => part.once("exit", resolve));
    });
    await Promise.race([stop, ...ended]);
    for (const part of parts) part.kill("SIGTERM");
    await Promise.all(ended);
  });
  process.exit();
});
