import fc from "fast-check";
import { expect, test } from "vitest";
import { decayForce, fullDays, hashrateShare } from "./decay";

test("10 % a year leaves 90 % after one and 81 % after two", () => {
  const force = decayForce(0.1);
  expect(hashrateShare(force, 365.25)).toBeCloseTo(0.9, 12);
  expect(hashrateShare(force, 730.5)).toBeCloseTo(0.81, 12);
  expect(fullDays(force, 0, 365.25)).toBeCloseTo((365.25 * 0.1) / -Math.log(0.9), 9);
});

test("without decay a day is a day; with all of it, none after the first moment", () => {
  expect(fullDays(decayForce(0), 10, 40)).toBe(30);
  expect(fullDays(decayForce(1), 0, 30)).toBe(0);
  expect(fullDays(decayForce(1), 30, 30)).toBe(0);
  expect(hashrateShare(decayForce(1), 0)).toBe(1);
  expect(hashrateShare(decayForce(1), 1)).toBe(0);
  expect(fullDays(decayForce(5e-324), 0, 30)).toBe(30);
});

test("the parts of a stretch add up to the whole", () => {
  const part = fc.double({ min: 0, max: 2000, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), part, part, part, (decay, a, b, c) => {
      const [from = 0, between = 0, to = 0] = [a, b, c].toSorted((x, y) => x - y);
      const force = decayForce(decay);
      const whole = fullDays(force, from, to);
      const parts = fullDays(force, from, between) + fullDays(force, between, to);
      expect(Math.abs(whole - parts)).toBeLessThanOrEqual(1e-9 * Math.max(1, whole));
      expect(whole).toBeLessThanOrEqual(to - from);
    }),
  );
});
