import { describe, expect, it } from "vitest";
import { monthTicks, valueScale } from "./chart-scale";

describe("valueScale", () => {
  it("has round marks around the values, zero among them", () => {
    expect(valueScale([-30_000, 12_000])).toEqual({
      min: -30_000,
      max: 20_000,
      ticks: [-30_000, -20_000, -10_000, 0, 10_000, 20_000],
    });
    expect(valueScale([3, 4]).ticks).toEqual([0, 1, 2, 3, 4]);
    expect(valueScale([-0.004, -0.001]).ticks.at(-1)).toBe(0);
  });

  it("holds where there is nothing to show", () => {
    expect(valueScale([])).toEqual({ min: -1, max: 1, ticks: [-1, 0, 1] });
    expect(valueScale([0, 0]).ticks).toContain(0);
  });

  it.each([1e-9, 7, 123_456, 9.9e14])("covers −%d to %d with a few marks", (size) => {
    const { min, max, ticks } = valueScale([-size, size]);
    expect(min).toBeLessThanOrEqual(-size * (1 - 1e-9));
    expect(max).toBeGreaterThanOrEqual(size * (1 - 1e-9));
    expect(ticks.length).toBeGreaterThan(3);
    expect(ticks.length).toBeLessThan(9);
  });
});

it("marks the months so that they don't crowd", () => {
  expect(monthTicks(1)).toEqual([0, 1]);
  expect(monthTicks(36)).toEqual([0, 6, 12, 18, 24, 30, 36]);
  expect(monthTicks(120)).toEqual([0, 24, 48, 72, 96, 120]);
});
