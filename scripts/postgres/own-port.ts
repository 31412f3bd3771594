import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../process/free-port";
import { clusterFolder } from "./cluster";

/**
 * The port that the embedded Postgres in `dataDir` had the last time, while nobody else has taken it: what reads the database
 * from outside (Debezium, a dump) finds it again. Otherwise a free one.
 */
export async function ownPort(dataDir: string): Promise<number> {
  const started = join(clusterFolder(dataDir), "postmaster.opts");
  const last = existsSync(started) ? Number(/"port=(\d+)"/.exec(readFileSync(started, "utf8"))?.[1] ?? 0) : 0;
  return freePort("127.0.0.1", last).catch(() => freePort());
}
