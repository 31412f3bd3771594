import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ChildLog } from "../process/child-log";
import { lockFolder } from "../process/folder-lock";
import { isDiskFull, Refusal } from "../process/refusal";
import { ROOT, spawnNode } from "../process/spawn-node";
import { precompress } from "../web/precompress";
import { sourceHash } from "./source-hash";

/** Where the web build lies; another one can be named for a second server from the same sources. */
export const distDir = (): string => process.env.NEXT_DIST_DIR ?? ".next";

/** Builds the web part unless the build that is there was made of the same sources. Two starts at once build once. */
export async function ensureBuild(logs: string, say: (line: string) => void): Promise<void> {
  const stamp = join(ROOT, distDir(), "hashinsight-sources");
  const sources = sourceHash();
  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, "utf8") === sources;
  if (isCurrent()) return;
  for (let told = false; ; told = true) {
    const lock = await lockFolder(ROOT, `build ${distDir()}`, `process ${process.pid}`);
    if ("release" in lock) {
      try {
        if (!isCurrent()) await build(stamp, sources, logs, say);
        return;
      } finally {
        lock.release();
      }
    }
    if (!told) say("Waiting for another start that is building.");
    await wait(500);
  }
}

async function build(stamp: string, sources: string, logs: string, say: (line: string) => void): Promise<void> {
  say("Building the web part (only when the sources change).");
  const started = performance.now();
  rmSync(stamp, { force: true });
  const log = new ChildLog(logs, "build");
  const child = spawnNode([join(ROOT, "node_modules", "next", "dist", "bin", "next"), "build"], buildEnv(), {
    plain: true,
  });
  log.follow(child.stdout, child.stderr);
  // The build has no ear for our end: without us it would go on in the background.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const code = await new Promise((resolve) => child.once("close", resolve));
  process.removeListener("exit", end);
  if (code !== 0) {
    const error = new Refusal(`The build failed. Its last lines:\n${log.lastLines(30)}`, `All of it: ${log.file}`);
    throw isDiskFull(new Error(log.lastLines(40))) ? Object.assign(error, { code: "ENOSPC" }) : error;
  }
  await precompress(join(ROOT, distDir()));
  writeFileSync(`${stamp}.new`, sources);
  renameSync(`${stamp}.new`, stamp);
  say(`Built in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

/** Without what belongs to the database: a build that needed one would be a mistake. */
function buildEnv(): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_RUNTIME_URL, DATABASE_OWNER_URL, NODE_OPTIONS, ...env } = process.env;
  return { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}
