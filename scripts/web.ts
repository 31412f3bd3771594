// The web server alone: `npm run web`. Its database is the one of DATABASE_URL, or the embedded one (of an `npm start`
// that runs on the same DATA_DIR, or brought for the time).
import { resolve } from "node:path";
import { commandLine } from "./process/command-line";
import { requirePort } from "./process/free-port";
import { runAlone } from "./process/run-alone";
import { runTask } from "./process/run-task";
import { withDatabase } from "./process/with-database";
import { awaitReady, baseUrl, probeUrl } from "./start/await-ready";
import { ensureBuild } from "./start/ensure-build";
import { webSpec } from "./start/parts";
import { readSettings } from "./start/settings";

await runTask(async () => {
  commandLine("npm run web; its environment is that of npm start", {});
  const { HOST, PORT, DATA_DIR } = readSettings();
  const logs = resolve(DATA_DIR, "logs");
  await requirePort(PORT, HOST);
  await ensureBuild(logs, console.error);
  await withDatabase("npm run web", async () => {
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", HOST, PORT: String(PORT) };
    const child = await webSpec(env, logs).spawn();
    void awaitReady(probeUrl(HOST, PORT), new AbortController().signal).then(() =>
      console.log(`Ready: ${baseUrl(HOST, PORT)}`),
    );
    await runAlone("The web server", child);
  });
  process.exit();
});
