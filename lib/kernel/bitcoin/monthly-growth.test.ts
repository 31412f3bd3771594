import { expect, it } from "vitest";
import { monthlyGrowthPct, projectedMonthlyGrowthPct } from "./monthly-growth";

it("2 % an epoch is 4.40 % a month by the label and 4.49 % as projected, 69.4 % a year", () => {
  expect(monthlyGrowthPct(2)).toBeCloseTo(4.4, 2);
  expect(projectedMonthlyGrowthPct(2)).toBeCloseTo(4.49, 2);
  expect(((1 + projectedMonthlyGrowthPct(2) / 100) ** 12 - 1) * 100).toBeCloseTo(69.4, 1);
});

it("no growth is none, and −75 % is the steepest fall", () => {
  expect(monthlyGrowthPct(0)).toBe(0);
  expect(projectedMonthlyGrowthPct(-75)).toBeGreaterThan(-100);
});
