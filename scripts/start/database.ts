import { awaitPostgres } from "../postgres/await-postgres";
import { clusterFolder, prepareCluster, spawnPostgres } from "../postgres/cluster";
import { databaseLogins, databaseUrl, OWNER, RUNTIME, SUPERUSER } from "../postgres/logins";
import { endOrphan } from "../postgres/orphan";
import { prepareOutside, runtimeUrl } from "../postgres/outside";
import { ownPort } from "../postgres/own-port";
import { provisionEmbedded } from "../postgres/provision";
import { ChildLog } from "../process/child-log";
import type { DataDir } from "../process/data-dir";

import type { Supervisor } from "../process/supervisor";
import type { Settings } from "./settings";

export type Database = { ownerUrl: string; runtimeUrl: string; words: string };

const STOP_MS = 7_000;

/** The database of this start: the one of DATABASE_URL, checked; or our own Postgres, kept alive by the supervisor. */
export async function openDatabase(settings: Settings, data: DataDir, supervisor: Supervisor): Promise<Database> {
  if (settings.outside) {
    const ownerUrl = settings.DATABASE_URL;
    await prepareOutside(ownerUrl, settings.runtimeUrl);
    const { host, pathname } = new URL(ownerUrl);
    return { ownerUrl, runtimeUrl: runtimeUrl(ownerUrl, settings.runtimeUrl), words: `yours at ${host}${pathname}` };
  }
  await prepareCluster(data.path);
  const port = await ownPort(data.path);
  const logins = databaseLogins(data.path);
  await supervisor.keep({
    name: "postgres",
    log: new ChildLog(data.logs, "postgres"),
    stopMs: STOP_MS,
    async spawn() {
      await endOrphan(clusterFolder(data.path));
      return spawnPostgres({ dataDir: data.path, port, logical: process.env.EVENT_TRANSPORT === "debezium" });
    },
  });
  const superuserUrl = databaseUrl(SUPERUSER, logins, port, "postgres");
  await Promise.race([awaitPostgres(superuserUrl), supervisor.failed]);
  await provisionEmbedded(superuserUrl, logins);
  return {
    ownerUrl: databaseUrl(OWNER, logins, port),
    runtimeUrl: databaseUrl(RUNTIME, logins, port),
    words: `its own Postgres, on port ${port}`,
  };
}
