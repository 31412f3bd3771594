import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { machine } from "../../bench/machine";
import { ROOT } from "../../process/spawn-node";
import { faultTable } from "./fault-table";
import type { FaultResult } from "./results";

const FILE = join(ROOT, "docs/faults.md");
const HEADING = "## The last run";

/** Writes a whole run into docs/faults.md, in the place of the last one; the rest of it is written by hand. */
export function writeDocument(results: readonly FaultResult[], seed: number, seconds: number): void {
  const kept = readFileSync(FILE, "utf8").split(`${HEADING}\n`)[0];
  const broken = results.filter(({ passed }) => !passed).length;
  const { date, cores, cpu, memory_gb, load, node } = machine([]);
  const run = [
    `${date.slice(0, 10)}, \`FAULT_SEED=${seed}\`, ${Math.round(seconds / 60)} minutes on ${cores} cores (${cpu}), ${memory_gb} GB, load ${load} at the end, Node ${node}.`,
    `${results.length - broken} of ${results.length} kept all invariants. In brackets how long the whole scenario took.`,
  ].join(" ");
  writeFileSync(FILE, `${kept}${HEADING}\n\n${run}\n\n${faultTable(results)}\n`);
}
