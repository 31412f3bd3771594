import type { RandomStream } from "./random-stream";

/** Up to here probabilities are added one by one; above, the normal curve is as good. */
const EXACT_UP_TO = 500;

/** Standard normal quantiles of the shares that we show. */
const Z = { 0.1: -1.2815515655446004, 0.5: 0, 0.9: 1.2815515655446004 } as const;

/** The smallest count that at least the share `p` of Poisson draws with this mean stays at or below. */
export function poissonQuantile(mean: number, p: keyof typeof Z): number {
  return mean > EXACT_UP_TO ? normalCount(mean, Z[p]) : countAt(mean, p);
}

/** A Poisson draw. */
export function poissonDraw(mean: number, random: RandomStream): number {
  if (mean > 30) return normalCount(mean, random.normal());
  return countAt(mean, random.uniform());
}

function countAt(mean: number, p: number): number {
  let chance = Math.exp(-mean);
  let below = chance;
  let count = 0;
  while (below < p && chance > 0) {
    count++;
    chance *= mean / count;
    below += chance;
  }
  return count;
}

/** Cornish and Fisher's first correction brings in the skew. */
const normalCount = (mean: number, z: number): number =>
  Math.max(0, Math.round(mean + Math.sqrt(mean) * z + (z * z - 1) / 6));
