import { TARGET_BLOCK_SECONDS } from "./hashprice";
import { HALVING_BLOCKS, subsidySats } from "./subsidy";

/** A moment at which the height of the chain is known. */
export type HeightMark = { ms: number; height: number };

const MS_PER_BLOCK = TARGET_BLOCK_SECONDS * 1000;

/**
 * The height of the chain at any moment: between two marks in proportion, before the first and after the last one at
 * 600 s a block. Null where no mark is given.
 */
export function heightAt(marks: readonly HeightMark[]): ((ms: number) => number) | null {
  const sorted = marks.toSorted((a, b) => a.ms - b.ms);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  return (ms) => {
    if (ms <= first.ms) return Math.max(0, Math.floor(first.height - (first.ms - ms) / MS_PER_BLOCK));
    if (ms >= last.ms) return Math.floor(last.height + (ms - last.ms) / MS_PER_BLOCK);
    const after = firstAfter(sorted, ms);
    const [from, to] = [sorted[after - 1] ?? first, sorted[after] ?? last];
    return Math.floor(from.height + ((ms - from.ms) / (to.ms - from.ms)) * (to.height - from.height));
  };
}

/** Index of the first mark beyond a moment. */
function firstAfter(sorted: readonly HeightMark[], ms: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.ms ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What the blocks after one height, up to and with another, were newly paid on average. 839,998 to 840,000 holds one
 * block on each side of the halving: (625,000,000 + 312,500,000) / 2. No block at all: the next one's.
 */
export function meanSubsidySats(after: number, upTo: number): number {
  if (upTo <= after) return subsidySats(Math.max(0, after) + 1);
  let sum = 0;
  for (let from = after + 1; from <= upTo; ) {
    const end = Math.min(upTo, (Math.floor(from / HALVING_BLOCKS) + 1) * HALVING_BLOCKS - 1);
    sum += subsidySats(from) * (end - from + 1);
    from = end + 1;
  }
  return sum / (upTo - after);
}
