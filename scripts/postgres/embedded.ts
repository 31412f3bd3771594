import { join } from "node:path";
import { ChildLog } from "../process/child-log";

import { isDiskFull } from "../process/refusal";
import { awaitPostgres } from "./await-postgres";
import { type PostgresOptions, prepareCluster, spawnPostgres } from "./cluster";
import { DATABASE, databaseLogins, databaseUrl, OWNER, RUNTIME, SUPERUSER } from "./logins";
import { ownPort } from "./own-port";
import { provisionEmbedded } from "./provision";

export type Embedded = {
  port: number;
  ownerUrl: string;
  runtimeUrl: string;
  superuserUrl: string;
  stop(): Promise<void>;
};

type Options = Omit<PostgresOptions, "port">;

/**
 * The embedded Postgres in `dataDir`, running, with roles and an empty or known database in it; not supervised.
 * It ends with this process at the latest. The caller holds the data folder's lock.
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const { dataDir } = options;
  await prepareCluster(dataDir);
  const port = await ownPort(dataDir);
  const logins = databaseLogins(dataDir);
  const keeper = await spawnPostgres({ ...options, port });
  const log = new ChildLog(join(dataDir, "logs"), "postgres");
  log.follow(keeper.stdout, keeper.stderr);
  const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
  const stop = async () => {
    keeper.kill("SIGTERM");
    await ended;
  };
  const superuserUrl = databaseUrl(SUPERUSER, logins, port, "postgres");
  try {
    await awaitPostgres(superuserUrl, () => keeper.exitCode !== null || keeper.signalCode !== null);
    await provisionEmbedded(superuserUrl, logins);
  } catch (cause) {
    await stop();
    const error = new Error(`The embedded Postgres did not start. The end of ${log.file}:\n${log.lastLines()}`, {
      cause,
    });
    throw isDiskFull(error) ? Object.assign(error, { code: "ENOSPC" }) : error;
  }
  return {
    port,
    superuserUrl,
    ownerUrl: databaseUrl(OWNER, logins, port, DATABASE),
    runtimeUrl: databaseUrl(RUNTIME, logins, port, DATABASE),
    stop,
  };
}
