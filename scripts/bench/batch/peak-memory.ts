import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../process/spawn-node";
import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import { lists } from "./lists";

const RUNS = 5;
const MOST_MB = 300;

type Said = { ms: number; before: number; peak: number; good: number };

/** The most memory of a process that reads one list of 10,000 rows and nothing else; all of Node included. */
export async function peakMemory(say: (line: string) => void): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "hashinsight-lists-"));
  try {
    const rows: Row[] = [];
    for (const { name, bytes } of await lists()) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const said: Said[] = [];
      for (let run = 0; run < RUNS; run++) {
        say(`reading ${name} in a process of its own, run ${run + 1} of ${RUNS}`);
        said.push(read(path, name));
      }
      const first = said.map(({ ms }) => ms / 1000);
      rows.push(
        rowOfRuns(first, { name: `${name} read in a cold process`, unit: "s" }),
        rowOfRuns(
          said.map(({ peak }) => peak),
          { name: `${name}, most memory of that process`, unit: "MB", target: MOST_MB },
        ),
      );
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(path: string, name: string): Said {
  const program = ["--import", "tsx", join(ROOT, "scripts/bench/batch/reader.ts"), path, name];
  return JSON.parse(execFileSync(process.execPath, program, { cwd: ROOT, encoding: "utf8" })) as Said;
}
