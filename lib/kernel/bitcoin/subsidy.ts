export const HALVING_BLOCKS = 210_000;
const FIRST_SUBSIDY_SATS = 5_000_000_000;

/**
 * Newly made satoshi of the block at a height: `floor(5e9 / 2^floor(height / 210000))`.
 * Exact: dividing a double by a power of two loses nothing.
 * 839,999 → 625,000,000; 840,000 → 312,500,000; 6,929,999 → 1; 6,930,000 → 0.
 */
export const subsidySats = (height: number): number =>
  Math.floor(FIRST_SUBSIDY_SATS / 2 ** Math.floor(height / HALVING_BLOCKS));

/** The first height above this one at which the subsidy halves. */
export const nextHalvingHeight = (height: number): number => (Math.floor(height / HALVING_BLOCKS) + 1) * HALVING_BLOCKS;
