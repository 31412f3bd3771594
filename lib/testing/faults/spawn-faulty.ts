import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT, spawnNode } from "@/scripts/process/spawn-node";
import type { FaultyTransport } from "./fault-list";

const HERE = join(ROOT, "lib/testing/faults");

/** How a process differs from a whole one. */
export type Broken = {
  /** As FAILPOINT has it. */
  failpoint?: string;
  /** By which it reaches the database. */
  databaseUrl?: string;
  /** How far its clock is ahead. */
  clockMs?: number;
  env?: Record<string, string>;
};

/** The processes of one scenario. FAULT_LOG=info shows what they say. */
export function spawnFaulty(transport: FaultyTransport) {
  const children = new Set<ChildProcess>();
  return {
    spawn(file: string, task: object, { failpoint = "", databaseUrl, clockMs, env = {} }: Broken): ChildProcess {
      const preload = clockMs === undefined ? [] : ["--import", join(HERE, "shift-clock.ts")];
      const child = spawnNode([...preload, join(HERE, file), JSON.stringify(task)], {
        ...process.env,
        ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
        ...(clockMs === undefined ? {} : { FAULT_CLOCK_MS: String(clockMs) }),
        EVENT_TRANSPORT: transport,
        FAILPOINT: failpoint,
        LOG_LEVEL: process.env.FAULT_LOG ?? "silent",
        ...env,
      });
      for (const stream of [child.stdout, child.stderr])
        if (process.env.FAULT_LOG) stream?.pipe(process.stderr);
        else stream?.resume();
      children.add(child);
      child.once("exit", () => children.delete(child));
      return child;
    },
    /** Kills all that live, those too that are stopped. */
    async end(): Promise<void> {
      const exits = [...children].map((child) => once(child, "exit"));
      for (const child of children) {
        child.kill("SIGCONT");
        child.kill("SIGKILL");
      }
      await Promise.all(exits);
    },
  };
}
