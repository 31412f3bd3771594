import { describe, expect, it } from "vitest";
import { OBJECTIVES } from "@/lib/kernel/objectives";
import { budgetLeft, burnRate, type Measured } from "./burn-rate";
import { judgeObjective, type Measures } from "./judge-objective";

const of = (total: number, bad: number): Measured => ({ total, good: total - bad });
const WELL = of(1_000_000, 0);
const measures = (change: Partial<Measures>): Measures => ({
  ...{ "5m": WELL, "1h": WELL, "6h": WELL, "3d": WELL, "30d": WELL },
  ...change,
});
const { availability, outbox_to_bus: half, cache_hits: tenth } = OBJECTIVES;

describe("the budget for errors", () => {
  it.each([
    [availability, of(10_000, 5), 1, 0],
    [availability, of(10_000, 0), 0, 1],
    [availability, of(10_000, 10), 2, -1],
    [half, of(4, 1), 0.5, 0.5],
    [availability, of(0, 0), null, null],
  ] as const)("%j with %j burns at %d, %d is left", (objective, measured, rate, left) => {
    expect(burnRate(objective, measured)).toBe(rate);
    expect(budgetLeft(objective, measured)).toBe(left);
  });
});

describe("an objective", () => {
  const FAST = of(10_000, 72);
  const SLOW = of(10_000, 5);
  it.each<[Partial<Measures>, string]>([
    [{}, "kept"],
    [{ "30d": of(0, 0) }, "no_data"],
    [{ "5m": FAST, "1h": FAST }, "burns_fast"],
    [{ "1h": FAST }, "kept"],
    [{ "5m": FAST }, "kept"],
    [{ "5m": of(10_000, 71), "1h": FAST }, "kept"],
    [{ "6h": SLOW, "3d": SLOW }, "burns_slowly"],
    [{ "3d": SLOW }, "kept"],
    [{ "30d": of(10_000, 6) }, "missed"],
    [{ "30d": of(10_000, 5) }, "kept"],
    [{ "30d": of(1_999, 1) }, "no_data"],
    [{ "30d": of(2_000, 1) }, "kept"],
    [{ "30d": of(2_000, 2) }, "missed"],
    [{ "5m": of(10, 1), "1h": of(10, 1), "30d": of(10, 1) }, "burns_fast"],
    [{ "5m": of(9, 9), "1h": of(9, 9), "30d": of(9, 9) }, "no_data"],
    [{ "5m": of(9, 9), "1h": of(9, 9), "30d": of(100_000, 9) }, "kept"],
    [{ "5m": of(10, 9), "1h": of(10, 9), "30d": of(100_000, 9) }, "burns_fast"],
  ])("%j: %s", (change, state) => expect(judgeObjective(availability, measures(change))).toBe(state));

  it("that may be bad half of the time burns fast where nearly all is bad", () => {
    expect(judgeObjective(half, measures({ "5m": of(100, 80), "1h": of(100, 80) }))).toBe("burns_fast");
    expect(judgeObjective(half, measures({ "5m": of(100, 79), "1h": of(100, 80) }))).toBe("kept");
    expect(judgeObjective(tenth, measures({ "5m": of(100, 80), "1h": of(100, 80) }))).toBe("burns_fast");
  });
});
