import type { Row } from "./bench";
import type { Machine } from "./machine";

const HEADINGS = ["what", "measured", "target", "peer", "ratio", "least to most, runs"];

/** The result as a person reads it: the machine in two lines, then a table with a row a figure. */
export function table(rows: readonly Row[], on: Machine): string {
  const cells = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const versions = Object.entries(on.packages).map(([name, version]) => `${name} ${version}`);
  return [
    `${on.date}  ${on.cores} cores (${on.cpu}), ${on.memory_gb} GB, load ${on.load} at the start`,
    [`Node ${on.node}`, ...versions].join(", "),
    "",
    ...cells.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    ),
  ].join("\n");
}

function cellsOf({ name, value, unit, target, ok, floor, floorOk, peer, ratio, spread }: Row): string[] {
  const kept = ok ? "kept" : "MISSED";
  const second = floor === undefined ? "" : `, floor ${figure(floor)} ${floorOk ? "kept" : "MISSED"}`;
  return [
    name,
    `${figure(value)} ${unit}`.trim(),
    target === undefined ? "" : `${figure(target)} ${kept}${ok ? "" : second}`,
    peer ? `${figure(peer.value)} ${unit} (${peer.name})` : "",
    ratio === undefined ? "" : `${figure(ratio)}`,
    `${figure(spread.min)} to ${figure(spread.max)}, ${spread.runs}`,
  ];
}

/** Three digits that count; whole numbers keep all of theirs. */
function figure(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}
