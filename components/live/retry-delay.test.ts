import { expect, it } from "vitest";
import { retryDelay } from "./retry-delay";

it("waits twice as long each time, up to half a minute", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 20].map((tries) => retryDelay(tries, 1, 0))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
});

it("leaves half of it to chance", () => {
  expect([retryDelay(3, 0, 0), retryDelay(3, 0.5, 0), retryDelay(3, 1, 0)]).toEqual([2_000, 3_000, 4_000]);
});

it("comes no sooner than it was asked to", () => {
  expect(retryDelay(0, 0, 3_000)).toBe(3_000);
  expect(retryDelay(9, 1, 3_000)).toBe(30_000);
});
