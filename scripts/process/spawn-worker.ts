import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { ROOT, spawnNode } from "./spawn-node";

/** The background worker in a role; `flags` are Node's. */
export const spawnWorker = (role: string, env: NodeJS.ProcessEnv, flags: string[] = []): ChildProcess =>
  // kafkajs sets a timer of -1 ms, which Node mentions once a process.
  spawnNode([...flags, "--disable-warning=TimeoutNegativeWarning", join(ROOT, "workers", "main.ts"), role], env);
