import { describe, expect, it } from "vitest";
import { logTicks } from "./plot-scale";

describe("ticks of a logarithmic axis", () => {
  it("are as many round values as there is room for", () => {
    expect(logTicks(30, 700)).toEqual([30, 50, 100, 200, 300, 500]);
    expect(logTicks(20_500, 110_000)).toEqual([30_000, 40_000, 50_000, 60_000, 80_000, 100_000]);
  });
  it("are the powers alone over many of them", () => {
    expect(logTicks(0.05, 120_000)).toEqual([0.1, 1, 10, 100, 1_000, 10_000, 100_000]);
  });
  it("are the ends where none lies between", () => {
    expect(logTicks(61, 63)).toEqual([61, 63]);
    expect(logTicks(0, 5)).toEqual([]);
  });
});
