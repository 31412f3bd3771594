/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The seed of this run: FAULT_SEED, or one that is printed, so that a failure can be had again. */
export function seedOfRun(): number {
  const given = Number(process.env.FAULT_SEED);
  if (Number.isInteger(given) && given > 0) return given;
  process.env.FAULT_SEED = String(1 + Math.floor(performance.timeOrigin % 1_000_000));
  return Number(process.env.FAULT_SEED);
}
