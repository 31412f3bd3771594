import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largeFleet, smallFleets } from "@/lib/testing/curtailment/random-fleets";
import { solveWithHighs } from "../../adapters/highs";
import { profitIfAllowed } from "./curtail";
import { bestRule, planByRule } from "./price-rule";
import { problemOfInput } from "./problem-of-input";
import { CurtailmentInput } from "./schemas";
import { simulate } from "./simulate";

const input = (prices: number[], more: object = {}) =>
  CurtailmentInput.parse({
    hours: prices.map((price_usd_per_mwh) => ({ price_usd_per_mwh })),
    machines: [{ id: "s21", hashrate_th: 200, power_w: 4000, quantity: 1 }],
    // It earns $0.40 an hour, as much as its power costs at $100.
    hashprice_usd_per_ph_day: 48,
    pool_fee_pct: 0,
    min_off_hours: 0,
    restart_minutes: 0,
    ...more,
  });
const of = (prices: number[], more: object = {}) => problemOfInput(input(prices, more));

describe("a rule of one price", () => {
  test("is the dearest hour that still pays to switch off in", () => {
    expect(bestRule(of([50, 99, 101, 300, 20]))).toEqual({ thresholdUsdPerMwh: 101 });
    expect(bestRule(of([50, 99]))).toEqual({ thresholdUsdPerMwh: null });
    // 0.004 gained by the hour at 101 pays for no restart of 0.20; that at 300 does, by 0.60.
    expect(bestRule(of([50, 101, 20, 300, 20], { restart_minutes: 30 }))).toEqual({ thresholdUsdPerMwh: 300 });
  });

  test("keeps machines off for the least time", () => {
    const problem = of([300, 10, 10, 300, 10], { min_off_hours: 3 });
    expect([...(planByRule(problem, { thresholdUsdPerMwh: 200 })[0] ?? [])]).toEqual([1, 1, 1, 1, 0]);
    expect([...(planByRule(problem, { thresholdUsdPerMwh: null })[0] ?? [])]).toEqual([0, 0, 0, 0, 0]);
  });

  test("is never better than the best plan, and the best rule never worse than another", async () => {
    await fc.assert(
      fc.asyncProperty(smallFleets("no limits"), fc.integer({ min: -50, max: 300 }), async (fleet, other) => {
        const problem = problemOfInput(fleet);
        const usd = (thresholdUsdPerMwh: number | null) =>
          profitIfAllowed(problem, planByRule(problem, { thresholdUsdPerMwh })) ?? Number.NaN;
        const best = usd(bestRule(problem).thresholdUsdPerMwh);
        const { whole } = await simulate(problem, { startMs: 0, trainMonths: undefined }, solveWithHighs);
        if (whole.status !== "optimal") throw new Error("there is no limit");
        expect(best).toBeGreaterThanOrEqual(usd(other) - 1e-9);
        expect(best).toBeGreaterThanOrEqual(usd(null) - 1e-9);
        expect(whole.totalUsd).toBeGreaterThanOrEqual(best - 1e-9);
      }),
    );
  });
});

describe("a rule of the past is judged on the months after", () => {
  const startMs = Date.UTC(2024, 0, 31, 22);

  test("which begin on the first of a month, UTC, and are unseen by it", async () => {
    // Two hours of January, then February: dear January teaches 300, and February's 200 is run through at a loss.
    const problem = of([50, 300, 200, 20, 400]);
    const found = await simulate(problem, { startMs, trainMonths: 1 }, solveWithHighs);
    expect(found.rule).toEqual({ thresholdUsdPerMwh: 300 });
    expect(found.train).toMatchObject({ from: "2024-01-31", to: "2024-01-31", hours: 2 });
    expect(found.test).toMatchObject({ from: "2024-02-01", to: "2024-02-01", hours: 3 });
    expect(found.train.ruleUsd).toBeCloseTo(0.2);
    expect(found.test?.ruleUsd).toBeCloseTo(-0.4 + 0.32);
    expect(found.test?.foresightUsd).toBeCloseTo(0.32);
    expect(found.test?.alwaysOnUsd).toBeCloseTo(-0.4 + 0.32 - 1.2);
  });

  test("what comes later changes nothing of the rule", async () => {
    const fleet = largeFleet({ kinds: 3, hours: 24 * 80, seed: 9 });
    const later = fleet.hours.map((hour, index) =>
      index < 24 * 40 ? hour : { ...hour, price_usd_per_mwh: 500 - hour.price_usd_per_mwh },
    );
    const from = { startMs: Date.UTC(2024, 0, 1), trainMonths: 1 };
    const [one, other] = [
      await simulate(problemOfInput(fleet), from, solveWithHighs),
      await simulate(problemOfInput({ ...fleet, hours: later }), from, solveWithHighs),
    ];
    expect(other.rule).toEqual(one.rule);
    expect(other.train).toEqual(one.train);
    expect(other.test?.ruleUsd).not.toBe(one.test?.ruleUsd);
  });

  test("one month has nobody to judge it; of several, half are looked at where nothing is asked", async () => {
    const month = await simulate(of([50, 300]), { startMs: 0, trainMonths: 5 }, solveWithHighs);
    expect([month.test, month.train.hours]).toEqual([null, 2]);
    const fleet = problemOfInput(largeFleet({ kinds: 1, hours: 24 * (31 + 29 + 31 + 30), seed: 1 }));
    const four = await simulate(fleet, { startMs: Date.UTC(2024, 0, 1), trainMonths: undefined }, solveWithHighs);
    expect([four.train.to, four.test?.from]).toEqual(["2024-02-29", "2024-03-01"]);
  });

  test("where limits forbid to stop, there is no rule and no always on", async () => {
    const problem = of([50, 300], { min_mw: 0.004 });
    const { train, whole } = await simulate(problem, { startMs, trainMonths: undefined }, solveWithHighs);
    expect(train.ruleUsd).toBeNull();
    expect(train.alwaysOnUsd).toBeCloseTo(0.2 - 0.8);
    expect(whole).toMatchObject({ status: "optimal" });
  });
});
