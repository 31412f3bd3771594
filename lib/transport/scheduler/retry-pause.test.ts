import { expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { retryPause } from "./retry-pause";

const away = new AppError("unavailable", "The database doesn't answer.");
const DAY_MS = 86_400_000;

it("waits longer each time, and then gives the slot up", () => {
  expect([1, 2, 3, 4, 5].map((tries) => retryPause(away, tries, DAY_MS))).toEqual([
    1_000,
    5_000,
    30_000,
    120_000,
    undefined,
  ]);
});

it("leaves a run to the next slot that would come before the next try", () => {
  expect(retryPause(away, 3, 30_000)).toBeUndefined();
  expect(retryPause(away, 3, 30_001)).toBe(30_000);
});

it.each([new AppError("conflict", "no"), new AppError("validation", "no"), new Error("a bug"), "plain"])(
  "does not try again what will not go away: %s",
  (error) => expect(retryPause(error, 1, DAY_MS)).toBeUndefined(),
);
