import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const KEEPER = fileURLToPath(new URL("keeper.ts", import.meta.url));

export type Kept = {
  command: string;
  args: string[];
  uid?: number;
  gid?: number;
  /** How the server is asked to stop, and how it is made to where that takes too long. */
  polite: NodeJS.Signals;
  forced: NodeJS.Signals;
};

/**
 * Starts a server under a keeper of its own (keeper.ts), which stops it when this process ends, however it ends. What
 * is given back is the keeper: SIGTERM to it is a polite stop, and it tells the server's `{ pid }` as its only message.
 */
export function spawnKept(kept: Kept, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [KEEPER, JSON.stringify(kept)], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...env, NODE_OPTIONS: "" },
  });
}
