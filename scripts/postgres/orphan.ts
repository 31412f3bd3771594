import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "../process/refusal";

const STEPS = [
  { signal: "SIGINT", forMs: 10_000 },
  { signal: "SIGQUIT", forMs: 5_000 },
  { signal: "SIGKILL", forMs: 3_000 },
] as const;

/**
 * Ends a Postgres that a killed start has left on `cluster`, and removes a note of one that is gone.
 * Only for whoever holds the lock of the data folder: nobody else can be using it then.
 */
export async function endOrphan(cluster: string): Promise<void> {
  const note = join(cluster, "postmaster.pid");
  if (!existsSync(note)) return;
  const pid = Number(readFileSync(note, "utf8").split("\n")[0]);
  if (serves(pid, cluster)) {
    for (const { signal, forMs } of STEPS) {
      if (!(await endsWithin(pid, signal, forMs))) continue;
      rmSync(note, { force: true });
      return;
    }
    throw new Refusal(
      `A Postgres of an earlier start (process ${pid}) still uses ${cluster} and doesn't end.`,
      `End it (kill ${pid}) and start again.`,
    );
  }
  // The number may belong to any other process by now; Postgres itself would refuse to start because of it.
  rmSync(note, { force: true });
}

async function endsWithin(pid: number, signal: NodeJS.Signals, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  try {
    process.kill(pid, signal);
    while (performance.now() < end) {
      process.kill(pid, 0);
      await wait(50);
    }
  } catch {
    return true;
  }
  return false;
}

/** Whether `pid` is a Postgres that works in `cluster`. */
function serves(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    if (existsSync("/proc/self")) return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)])
      .toString()
      .includes(cluster);
  } catch {
    return false;
  }
}
