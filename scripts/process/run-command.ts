import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./spawn-node";

export type Outcome = { code: number; output: string };

/** The entry of an installed package's program, to be run by our own Node. */
export const packageProgram = (path: string): string => join(ROOT, "node_modules", path);

/** Runs a Node program to its end and keeps what it said on both streams. It ends when we do. */
export function runNode(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text: string) => {
        output += text;
      });
    }
    const end = () => child.kill("SIGKILL");
    process.once("exit", end);
    child.once("error", reject);
    child.once("close", (code) => {
      process.removeListener("exit", end);
      resolve({ code: code ?? 1, output });
    });
  });
}
