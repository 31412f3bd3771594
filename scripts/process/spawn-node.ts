import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/**
 * A Node process of ours in the project's folder: TypeScript through tsx unless `plain`. It has a session of its own, so
 * that Ctrl-C in a terminal reaches only us, and a channel that tells it when we are gone.
 */
export function spawnNode(args: string[], env: NodeJS.ProcessEnv, { plain = false } = {}): ChildProcess {
  return spawn(process.execPath, [...(plain ? [] : ["--import", TSX]), ...args], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}
