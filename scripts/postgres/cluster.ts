import { type ChildProcess, spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isDiskFull, Refusal } from "../process/refusal";
import { spawnKept } from "../process/spawn-kept";
import { launch, postgresAccount } from "./account";
import { postgresBinaries } from "./binaries";
import { databaseLogins, SUPERUSER } from "./logins";
import { endOrphan } from "./orphan";

export const clusterFolder = (dataDir: string): string => join(dataDir, "postgres");

/** Makes the cluster in `dataDir` ready to be started: made if there is none, of this version, used by nobody. */
export async function prepareCluster(dataDir: string): Promise<void> {
  const cluster = clusterFolder(dataDir);
  const { major } = await postgresBinaries();
  if (!existsSync(join(cluster, "PG_VERSION"))) return createCluster(dataDir);
  const stored = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (Number(stored) !== major) {
    const newer = Number(stored) > major;
    throw new Refusal(
      `The data in ${dataDir} was written by Postgres ${stored}; this build of HashInsight has Postgres ${major}.`,
      newer
        ? "Start it with the newer HashInsight that wrote it, or give another folder in DATA_DIR. Nothing was changed."
        : "Start it with the HashInsight that wrote it and take a dump, or give another folder in DATA_DIR. Nothing was changed.",
    );
  }
  await endOrphan(cluster);
}

/** In a folder beside, which takes its name only when complete: a start that was cut off leaves no half cluster. */
async function createCluster(dataDir: string): Promise<void> {
  const fresh = `${clusterFolder(dataDir)}.new`;
  const passwordFile = join(dataDir, "initdb-password");
  const account = postgresAccount();
  rmSync(fresh, { recursive: true, force: true });
  try {
    mkdirSync(fresh, { mode: 0o700 });
    writeFileSync(passwordFile, databaseLogins(dataDir)[SUPERUSER], { mode: 0o600 });
    if (account) for (const path of [fresh, passwordFile]) chownSync(path, account.uid, account.gid);
    await runInitdb(fresh, passwordFile);
    renameSync(fresh, clusterFolder(dataDir));
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function runInitdb(cluster: string, passwordFile: string): Promise<void> {
  const { initdb } = await postgresBinaries();
  const { command, args, ...as } = launch(
    initdb,
    [
      ...["--pgdata", cluster, "--username", SUPERUSER, "--pwfile", passwordFile, "--auth", "scram-sha-256"],
      ...["--encoding", "UTF8", "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
    ],
    [cluster],
  );
  const made = spawnSync(command, args, { ...as, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  if (made.status === 0) return;
  const error = made.error ?? new Error(`Postgres could not make its files:\n${made.stdout}${made.stderr}`);
  throw isDiskFull(error) ? Object.assign(error, { code: "ENOSPC" }) : error;
}

export type PostgresOptions = {
  dataDir: string;
  port: number;
  /** For tests: faster, and lost if the machine stops. */
  throwaway?: boolean;
  /** Lets Debezium read along; given for a cluster once, it stays for as long as a replication slot is in it. */
  logical?: boolean;
};

/** Starts Postgres under its keeper, which stops it when this process ends. Ready when `awaitPostgres` says so. */
export async function spawnPostgres(options: PostgresOptions): Promise<ChildProcess> {
  const { dataDir, port, throwaway = false, logical = false } = options;
  const { postgres } = await postgresBinaries();
  const cluster = clusterFolder(dataDir);
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=100",
    "max_wal_size=256MB",
    ...(throwaway ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : []),
    ...(logical || hasSlots(cluster) ? ["wal_level=logical"] : []),
  ];
  const run = launch(postgres, ["-D", cluster, ...settings.flatMap((setting) => ["-c", setting])], [cluster]);
  return spawnKept({ ...run, polite: "SIGINT", forced: "SIGQUIT" }, { ...process.env, LC_ALL: "C" });
}

/** With a logical slot in its files and a lower wal_level, Postgres doesn't start at all. */
function hasSlots(cluster: string): boolean {
  return readdirSync(join(cluster, "pg_replslot")).length > 0;
}
