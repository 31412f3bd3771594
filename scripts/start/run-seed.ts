import { join } from "node:path";
import { ChildLog } from "../process/child-log";
import { isDiskFull, Refusal } from "../process/refusal";
import { ROOT, spawnNode } from "../process/spawn-node";

/** Seeds in a process of its own, so that the supervisor stays small. Seeding again changes nothing that is there. */
export async function runSeed(
  scenario: string,
  env: NodeJS.ProcessEnv,
  logs: string,
  say: (line: string) => void,
): Promise<void> {
  const started = performance.now();
  const log = new ChildLog(logs, "seed");
  const child = spawnNode([join(ROOT, "scripts", "seed.ts"), scenario], env);
  log.follow(child.stdout, child.stderr);
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) {
    const error = new Refusal(`Seeding failed. Its last lines:\n${log.lastLines()}`, `All of it: ${log.file}`);
    throw isDiskFull(new Error(log.lastLines(40))) ? Object.assign(error, { code: "ENOSPC" }) : error;
  }
  say(`Seeded (${scenario}) in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
