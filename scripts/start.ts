import packageJson from "@/package.json";
import { migrate } from "./postgres/migrate";
import { commandLine } from "./process/command-line";
import { openDataDir, STOPPING } from "./process/data-dir";
import { requirePort } from "./process/free-port";
import { productSecrets } from "./process/product-secrets";
import { explain } from "./process/refusal";
import { ROOT } from "./process/spawn-node";
import { stopRequested } from "./process/stop-requested";
import { Supervisor } from "./process/supervisor";
import { demoLoginsFile } from "./seed/demo-logins";
import { awaitReady, baseUrl, probeUrl } from "./start/await-ready";
import { openDatabase } from "./start/database";
import { ensureBuild } from "./start/ensure-build";
import { webSpec, workerSpec } from "./start/parts";
import { refuseDemo } from "./start/refuse-demo";
import { runSeed } from "./start/run-seed";
import { HELP, readSettings } from "./start/settings";

const say = (line: string) => console.log(`  ${line}`);
const supervisor = new Supervisor(say);

async function boot(): Promise<void> {
  commandLine(HELP, {});
  const settings = readSettings();
  const { HOST, PORT } = settings;
  const data = await openDataDir(settings.DATA_DIR, `npm start at ${baseUrl(HOST, PORT)}`);
  stopping.signal.addEventListener("abort", () => data.lock.announce(STOPPING));
  await requirePort(PORT, HOST);
  console.log(`HashInsight ${packageJson.version}`);
  say(`Data folder: ${data.path}`);
  const database = await openDatabase(settings, data, supervisor);
  say(`Database: ${database.words}.`);
  const applied = await migrate(database.ownerUrl);
  if (applied.length > 0) say(`Schema: ${applied.length} migrations applied.`);
  if (settings.outside) await refuseDemo(database.ownerUrl);
  await ensureBuild(data.logs, say);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    HOST,
    PORT: String(PORT),
    DATA_DIR: data.path,
    DATABASE_URL: database.runtimeUrl,
    HASHINSIGHT_PREPARED: "yes",
    EMBEDDED: settings.outside ? "off" : "on",
    ...productSecrets(data.path),
  };
  await runSeed(settings.outside ? "base" : "demo", env, data.logs, say);
  await supervisor.keep(webSpec(env, data.logs));
  await supervisor.keep(workerSpec(env, data.logs));
  await awaitReady(probeUrl(HOST, PORT), stopping.signal);
  if (stopping.signal.aborted) return;
  console.log(`Ready: ${baseUrl(HOST, PORT)}`);
  if (!settings.outside) say(`Demo logins: ${demoLoginsFile(data.path)}`);
  say(`Ctrl-C stops it. Logs: ${data.logs}`);
}

const stopping = new AbortController();

async function main(): Promise<number> {
  const stop = stopRequested();
  let orderly = false;
  try {
    await Promise.race([stop, boot().then(() => Promise.race([stop, supervisor.failed])), supervisor.failed]);
    console.log("Stopping.");
    orderly = true;
    return 0;
  } catch (error) {
    console.error(explain(error));
    return 1;
  } finally {
    stopping.abort();
    await supervisor.stop("web", "worker");
    await supervisor.stop("postgres");
    if (orderly) console.log("Stopped.");
  }
}

// Whoever reads us may stop reading; that is no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
process.chdir(ROOT);
process.exit(await main());
