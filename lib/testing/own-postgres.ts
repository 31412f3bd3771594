import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { awaitPostgres } from "@/scripts/postgres/await-postgres";
import { clusterFolder, spawnPostgres } from "@/scripts/postgres/cluster";
import { startEmbedded } from "@/scripts/postgres/embedded";

/** A Postgres to be stopped at once and started again with the same data, on its port. What it acknowledged is on disk. */
export async function ownPostgres({ logical = false } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-test-"));
  chmodSync(dataDir, 0o711);
  const first = await startEmbedded({ dataDir, logical });
  const { port, superuserUrl } = first;
  let { stop } = first;
  const pid = () => Number(readFileSync(join(clusterFolder(dataDir), "postmaster.pid"), "utf8").split("\n")[0]);
  return {
    adminUrl: superuserUrl,
    /** As by `pg_ctl stop -m immediate`: no transaction ends, nothing is written; gives when it is gone. */
    async kill(): Promise<void> {
      const postmaster = pid();
      process.kill(postmaster, "SIGQUIT");
      while (lives(postmaster)) await wait(20);
    },
    /** Recovers; gives when it takes connections. */
    async start(): Promise<void> {
      const keeper = await spawnPostgres({ dataDir, port, logical });
      for (const stream of [keeper.stdout, keeper.stderr]) stream?.resume();
      const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
      stop = async () => {
        keeper.kill("SIGTERM");
        await ended;
      };
      await awaitPostgres(superuserUrl, () => keeper.exitCode !== null);
    },
    async end(): Promise<void> {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
