import fc from "fast-check";
import { expect, it } from "vitest";
import { heatRow, steps } from "./heat-row";

it("asks for each value", () => {
  expect(heatRow([1, 2, 3], (x) => (x === 2 ? null : x * 10)).values).toEqual([10, null, 30]);
});

it("finds the zero, rising or falling, and none where there is none", () => {
  const numbers = fc.double({ min: 0.001, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(numbers, numbers, fc.boolean(), (slope, zero, falls) => {
      const { zero: found } = heatRow(steps(0, 1e6, 9), (x) => (falls ? -1 : 1) * slope * (x - zero));
      expect(found).toBeCloseTo(zero, 6);
    }),
  );
  expect(heatRow([1, 2], (x) => x).zero).toBeNull();
  expect(heatRow([0, 1], (x) => x).zero, "a value may be the zero itself").toBe(0);
  expect(heatRow([-1, 1], (x) => (x < 0 ? x : null)).zero, "no sign where there is no value").toBeNull();
});

it("steps from end to end", () => {
  expect(steps(50, 150, 5)).toEqual([50, 75, 100, 125, 150]);
  expect(steps(0.1, 0.7, 3).at(-1)).toBe(0.7);
});
