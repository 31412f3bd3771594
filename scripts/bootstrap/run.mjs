import { spawnSync } from "node:child_process";
import { basename } from "node:path";
import { ROOT } from "./say.mjs";

/** Runs a step of the preparation; everything it says goes to stderr. Gives whether it went well. */
export function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    env,
    stdio: ["ignore", process.stderr.fd, "inherit"],
    shell: process.platform === "win32" && command === "npm",
  });
  if (error && error.code !== "ENOENT") throw error;
  return status === 0;
}

/** Runs npm under the first Node of `env.PATH`: an npm under another Node would skip native packages in silence. */
export function npm(args, env = process.env) {
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const cli = process.env.npm_execpath;
  if (cli && basename(cli) === "npm-cli.js") return run("node", [cli, ...args, ...quiet], env);
  return run("npm", [...args, ...quiet], env);
}

export const NPM_ADVICE =
  "npm's own message is above. If it could not reach its registry: is the network up, and does `npm ping` answer? A proxy " +
  "or a registry of your own belongs in ~/.npmrc. Then run the same command again: it goes on where it stopped.";
