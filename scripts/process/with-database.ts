import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { closeCache } from "@/lib/platform/cache";
import { startEmbedded } from "../postgres/embedded";
import { migrate } from "../postgres/migrate";
import { prepareOutside, runtimeUrl } from "../postgres/outside";
import { runningDatabase } from "../postgres/running";
import { refuseDemo } from "../start/refuse-demo";
import { openDataDir } from "./data-dir";
import { productSecrets } from "./product-secrets";

/**
 * Runs `work` with a migrated database in process.env.DATABASE_URL (runtime role): the one of DATABASE_URL; else the
 * embedded one, of the `npm start` that is running on DATA_DIR, or started for the time of the work.
 */
export async function withDatabase<T>(task: string, work: () => Promise<T>): Promise<T> {
  try {
    return await onDatabase(task, work);
  } finally {
    // What was forgotten has reached the other processes, and the connection keeps this one no longer.
    await closeCache();
  }
}

async function onDatabase<T>(task: string, work: () => Promise<T>): Promise<T> {
  const given = process.env.DATABASE_URL?.trim();
  const dataDir = resolve(process.env.DATA_DIR ?? ".data");
  // Set by `npm start` for its children: the runtime role, on a database that it has prepared.
  if (given && process.env.HASHINSIGHT_PREPARED === "yes") return work();
  if (given) {
    const login = process.env.DATABASE_RUNTIME_URL?.trim() || undefined;
    await prepareOutside(given, login);
    await migrate(given);
    await refuseDemo(given);
    process.env.DATABASE_URL = runtimeUrl(given, login);
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    Object.assign(process.env, productSecrets(dataDir));
    return work();
  }
  process.env.EMBEDDED = "on";
  const running = existsSync(dataDir) ? await runningDatabase(dataDir) : undefined;
  if (running) {
    Object.assign(process.env, productSecrets(dataDir), { DATABASE_URL: running.runtimeUrl });
    return work();
  }
  const data = await openDataDir(dataDir, task);
  const postgres = await startEmbedded({ dataDir, logical: process.env.EVENT_TRANSPORT === "debezium" });
  try {
    await migrate(postgres.ownerUrl);
    Object.assign(process.env, productSecrets(dataDir), { DATABASE_URL: postgres.runtimeUrl });
    return await work();
  } finally {
    await postgres.stop();
    data.lock.release();
  }
}
