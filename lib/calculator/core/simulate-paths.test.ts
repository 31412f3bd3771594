import { expect, test } from "vitest";
import { calculateExample } from "@/lib/testing/calculation";

const advanced = (changes: object = {}) =>
  calculateExample({ algorithm: "advanced", machine_price_usd: 1500, horizon_months: 24, ...changes });

test("the same seed gives the same answer, another seed another", () => {
  expect(advanced({ seed: 7 })).toEqual(advanced({ seed: 7 }));
  expect(advanced({ seed: 7 }).chart_bands).not.toEqual(advanced({ seed: 8 }).chart_bands);
});

test("the bands are ordered, open with time, and hold the share of paths that pay back", () => {
  const { chart_bands, payback_probability } = advanced({ paths: 2000 });
  const widths = chart_bands?.map(({ p10, p50, p90 }) => {
    expect(p10).toBeLessThanOrEqual(p50);
    expect(p50).toBeLessThanOrEqual(p90);
    return p90 - p10;
  });
  expect(widths?.at(-1)).toBeGreaterThan(widths?.[2] ?? Number.POSITIVE_INFINITY);
  const last = chart_bands?.at(-1);
  if (!last || payback_probability === null) throw new Error("advanced has bands");
  // Who stands above zero at the end has paid back; some did and lost it again.
  if (last.p50 >= 0) expect(payback_probability).toBeGreaterThanOrEqual(0.5);
  expect(payback_probability).toBeGreaterThan(0);
  expect(payback_probability).toBeLessThan(1);
});

test("a longer horizon never makes a payback less likely", () => {
  // A halving inside the horizon turns profit to loss: what was earned before still counts.
  const odds = [12, 24, 36, 48, 60].map((horizon_months) => advanced({ horizon_months }).payback_probability ?? 0);
  for (const [index, later] of odds.slice(1).entries()) expect(later).toBeGreaterThanOrEqual((odds[index] ?? 0) - 0.03);
});

test("the mean price of the paths is the projection's: a far payout averages to it", () => {
  // No power, no difficulty chance, all revenue: the mean over paths is linear in the price.
  const still = { difficulty_volatility_pct_epoch: 0, difficulty_reversion_pct_epoch: 0, electricity_cost: 0 };
  const runs = [1, 2, 3, 4].map((seed) => advanced({ ...still, paths: 5000, seed, price_volatility_pct_year: 40 }));
  const projected = runs[0]?.chart_data.at(-1)?.cumulative_profit ?? 0;
  for (const run of runs) {
    const median = run.chart_bands?.at(-1)?.p50 ?? 0;
    // Geometric: the median lies below the mean.
    expect(median).toBeLessThan(projected);
    expect(median).toBeGreaterThan(projected - 0.3 * (projected + 1500));
  }
});

test("difficulty that follows the price takes the edge off both ends", () => {
  const width = (difficulty_reversion_pct_epoch: number) => {
    const last = advanced({ paths: 3000, difficulty_reversion_pct_epoch }).chart_bands?.at(-1);
    return (last?.p90 ?? 0) - (last?.p10 ?? 0);
  };
  expect(width(20)).toBeLessThan(width(0));
});

test("solo pay comes in whole blocks: most small miners find none", () => {
  const { chart_bands, reward_spread, daily_cost } = advanced({ pool_method: "SOLO", paths: 400 });
  const days = 730;
  expect(chart_bands?.at(-1)?.p90).toBeCloseTo(-1500 - days * daily_cost, 6);
  expect(reward_spread?.no_block_probability).toBeGreaterThan(0.99);
});

test("a PPLNS pool's luck matters where its size is given, and averages out where it is large", () => {
  const width = (changes: object) => {
    const last = advanced({ price_volatility_pct_year: 0, difficulty_volatility_pct_epoch: 0, paths: 400, ...changes })
      .chart_bands?.[5];
    return (last?.p90 ?? 0) - (last?.p10 ?? 0);
  };
  expect(width({ pool_method: "PPLNS" })).toBeCloseTo(0, 6);
  expect(width({ pool_method: "PPLNS", pool_hashrate_ehs: 5 })).toBeGreaterThan(
    2 * width({ pool_method: "PPLNS", pool_hashrate_ehs: 200 }),
  );
});

test("without a price of the machines there is no payback to be probable", () => {
  const { machine_price_usd: _, ...without } = { machine_price_usd: 0 };
  const output = calculateExample({ algorithm: "advanced", paths: 50, ...without });
  expect(output.payback_probability).toBeNull();
  expect(output.chart_bands).toHaveLength(36);
});
