import { execFile } from "node:child_process";

/** Runs a Node program in `cwd` and gives its stdout, whatever its exit code; throws what it says when that is nothing. */
export function run(args: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64_000_000 }, (_, stdout, stderr) =>
      stdout === "" ? reject(new Error(stderr)) : resolve(stdout),
    );
  });
}
