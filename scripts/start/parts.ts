import { join } from "node:path";
import { ChildLog } from "../process/child-log";
import { ROOT, spawnNode } from "../process/spawn-node";
import { spawnWorker } from "../process/spawn-worker";
import type { ChildSpec } from "../process/supervisor";

/** Both finish what they have begun; together with the database's stop it stays under 15 s. */
const STOP_MS = 7_000;

export function webSpec(env: NodeJS.ProcessEnv, logs: string): ChildSpec {
  return {
    name: "web",
    log: new ChildLog(logs, "web"),
    stopMs: STOP_MS,
    spawn: () => spawnNode([join(ROOT, "scripts", "web", "server.ts")], env, { plain: true }),
  };
}

export function workerSpec(env: NodeJS.ProcessEnv, logs: string): ChildSpec {
  return {
    name: "worker",
    log: new ChildLog(logs, "worker"),
    stopMs: STOP_MS,
    spawn: () => spawnWorker("all", env),
  };
}
