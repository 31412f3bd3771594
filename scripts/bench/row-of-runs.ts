import type { Row } from "./bench";

type Details = {
  name: string;
  unit: string;
  target?: number;
  floor?: number;
  /** A score, where more is better. */
  score?: boolean;
  peer?: { name: string; values: readonly number[] };
};

/** The row of several runs: their median, their spread, and whether the median keeps the target and the floor. */
export function rowOfRuns(values: readonly number[], { name, unit, target, floor, score, peer }: Details): Row {
  const value = median(values);
  const peerValue = peer && median(peer.values);
  const keeps = (bound: number) => (score ? value >= bound : value <= bound);
  return {
    name,
    value,
    unit,
    ...(target === undefined ? {} : { target, ok: keeps(target) }),
    ...(floor === undefined ? {} : { floor, floorOk: keeps(floor) }),
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
