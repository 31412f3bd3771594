import { expect, it } from "vitest";
import { retryDelayMs } from "./retry-delay";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

it.each([
  [0, 10 * SECOND],
  [1, 30 * SECOND],
  [2, 90 * SECOND],
  [3, 270 * SECOND],
  [4, 810 * SECOND],
  [5, 2_430 * SECOND],
  [6, 7_290 * SECOND],
  [7, 4 * HOUR],
  [8, 4 * HOUR],
  [9, 4 * HOUR],
  [10, 4 * HOUR],
  [11, undefined],
  [12, undefined],
  [1_000, undefined],
])("after %d failed attempts before this one: %d ms", (attempts, delay) => expect(retryDelayMs(attempts)).toBe(delay));

it("gives a mail twelve attempts, and its receiver most of a day to be there again", () => {
  const delays: number[] = [];
  for (let delay = retryDelayMs(0); delay !== undefined; delay = retryDelayMs(delays.length)) delays.push(delay);
  expect(delays).toHaveLength(11);
  const hours = delays.reduce((sum, delay) => sum + delay, 0) / HOUR;
  expect(hours).toBeGreaterThan(18);
  expect(hours).toBeLessThan(24);
});
