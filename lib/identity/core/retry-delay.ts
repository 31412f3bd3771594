const FIRST_MS = 10_000;
const LONGEST_MS = 4 * 3_600_000;
const ATTEMPTS = 12;

/**
 * How long to wait after the failed attempt number `attempts` + 1: 10 s, 30 s, 90 s … at most 4 h, about a day in all;
 * `undefined` once it is enough.
 *
 * @example retryDelayMs(0) // 10_000
 */
export const retryDelayMs = (attempts: number): number | undefined =>
  attempts + 1 >= ATTEMPTS ? undefined : Math.min(FIRST_MS * 3 ** attempts, LONGEST_MS);
