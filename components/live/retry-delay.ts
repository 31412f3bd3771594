const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try: twice as long each time, up to half a minute, with a part of chance so that the
 * tabs of a whole company don't come back at once; never sooner than the server asks. `chance` is from 0 to 1.
 *
 * @example retryDelay(0, 0.5, 0) → 375
 */
export function retryDelay(tries: number, chance: number, askedMs: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
  return Math.max(askedMs, full * (0.5 + chance / 2));
}
