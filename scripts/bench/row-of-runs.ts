import type { Row } from "./bench";

type Details = { name: string; unit: string; target?: number; peer?: { name: string; values: readonly number[] } };

/** The row of several runs: their median, their spread, and whether the median keeps the target. */
export function rowOfRuns(values: readonly number[], { name, unit, target, peer }: Details): Row {
  const value = median(values);
  const peerValue = peer && median(peer.values);
  return {
    name,
    value,
    unit,
    ...(target === undefined ? {} : { target, ok: value < target }),
    ...(peer && peerValue !== undefined
      ? { peer: { name: peer.name, value: peerValue }, ratio: value / peerValue }
      : {}),
    spread: { min: Math.min(...values), max: Math.max(...values), runs: values.length },
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
