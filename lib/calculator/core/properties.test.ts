import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { epochsOfMonths } from "@/lib/kernel/bitcoin/epochs";
import { satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";
import { utcDateMs } from "@/lib/kernel/calendar";
import { calculateExample } from "@/lib/testing/calculation";
import { LIMITS } from "./limits";
import { POOL_METHODS } from "./pool-methods";
import { poolReward } from "./pool-reward";

const between = ([min, max]: readonly [number, number]) => fc.double({ min, max, noNaN: true });
const above = ([, max]: readonly [number, number]) => fc.double({ min: 1e-3, max, noNaN: true });
const whole = ([min, max]: readonly [number, number]) => fc.integer({ min, max });
const percent = fc.oneof(between(LIMITS.percentage), fc.constantFrom(0, 100));
const growth = fc.oneof(between(LIMITS.growth), fc.constantFrom(-75, 0, 300));

/** Anything that the API lets in, its corners included. */
const anything = fc.record(
  {
    quantity: whole(LIMITS.quantity),
    hashrate_th: above(LIMITS.hashrate_th),
    power_w: above(LIMITS.power_w),
    electricity_cost: fc.oneof(between(LIMITS.electricity_cost), fc.constantFrom(-1, 0, 10)),
    pool_method: fc.constantFrom(...POOL_METHODS),
    pool_fee_pct: percent,
    pool_fee2_pct: percent,
    pool_hashrate_ehs: above([0, 1000]),
    uptime_pct: percent,
    rejected_pct: percent,
    curtailment_pct: percent,
    hashrate_decay_pct_year: percent,
    other_costs_usd_day: between([0, 1e6]),
    machine_price_usd: between([0, 1e6]),
    residual_value_pct: percent,
    discount_rate_pct: percent,
    tax_rate_pct: percent,
    horizon_months: fc.integer({ min: 1, max: 120 }),
    difficulty_growth_pct_epoch: growth,
    price_growth_pct_month: growth,
    start_date: fc.constantFrom("2009-01-03", "2024-02-29", "2026-01-31", "2199-12-31"),
    algorithm: fc.constantFrom("basic", "advanced"),
    paths: fc.constantFrom(10, 25),
    price_volatility_pct_year: between(LIMITS.volatility),
    price_difficulty_correlation: fc.oneof(between(LIMITS.correlation), fc.constantFrom(-1, 1)),
  },
  { requiredKeys: ["hashrate_th", "power_w", "electricity_cost", "paths"] },
);
const anyMarket = fc.record(
  {
    btc_price: above(LIMITS.btc_price),
    difficulty: fc.oneof(between(LIMITS.difficulty), fc.constantFrom(1, 1e18)),
    network_hashrate_ehs: above(LIMITS.network_hashrate_ehs),
    block_height: whole(LIMITS.block_height),
    block_subsidy_sats: whole(LIMITS.block_subsidy_sats),
    fees_sats_per_block: between(LIMITS.fees_sats_per_block),
    block_interval_s: above(LIMITS.block_interval_s),
  },
  { requiredKeys: ["btc_price", "difficulty", "block_height", "fees_sats_per_block"] },
);

/** A machine as it may stand in a container, for the laws that rounding at the corners would hide. */
const plausible = fc.record({
  hashrate_th: between([10, 1000]),
  power_w: between([500, 10_000]),
  electricity_cost: between([0.01, 0.2]),
  other_costs_usd_day: between([0, 5]),
  machine_price_usd: between([100, 10_000]),
  rejected_pct: between([0, 5]),
  uptime_pct: between([50, 100]),
  curtailment_pct: between([0, 50]),
  hashrate_decay_pct_year: between([0, 20]),
  difficulty_growth_pct_epoch: between([-5, 5]),
  price_growth_pct_month: between([-5, 5]),
  tax_rate_pct: between([0, 40]),
  horizon_months: fc.integer({ min: 1, max: 60 }),
});

const near = (actual: number, expected: number, relative = 1e-9) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(1e-9, Math.abs(expected)));

test("whatever the API lets in, every number that comes out is finite, or null", () => {
  fc.assert(
    fc.property(anything, anyMarket, (input, market) => {
      // The published shape refuses NaN and Infinity, and `calculateExample` parses by it.
      const output = calculateExample(input, market);
      expect(output.chart_data).toHaveLength(input.horizon_months ?? 36);
    }),
    { numRuns: 400 },
  );
});

test("more hashrate never earns less, in total or in any month", () => {
  fc.assert(
    fc.property(plausible, between([1, 3]), (input, factor) => {
      const less = calculateExample(input);
      const more = calculateExample({ ...input, hashrate_th: input.hashrate_th * factor });
      expect(more.daily_revenue).toBeGreaterThanOrEqual(less.daily_revenue);
      less.chart_data.forEach((row, month) => {
        expect(more.chart_data[month]?.revenue).toBeGreaterThanOrEqual(row.revenue);
      });
    }),
  );
});

test("cost never depends on difficulty, price or their growth", () => {
  const costs = (input: object, market: object) => {
    const output = calculateExample(input, market);
    return [output.daily_cost, ...output.chart_data.map((row) => row.cost)];
  };
  fc.assert(
    fc.property(plausible, between([1e12, 1e16]), above([0, 1e6]), growth, (input, difficulty, btc_price, rate) => {
      const here = costs(input, {});
      expect(costs(input, { difficulty, btc_price })).toEqual(here);
      expect(costs({ ...input, difficulty_growth_pct_epoch: rate, price_growth_pct_month: rate }, {})).toEqual(here);
    }),
  );
});

test("the months together mine what the epochs together mine", () => {
  fc.assert(
    fc.property(plausible, whole([800_000, 1_100_000]), (given, block_height) => {
      const input = { ...given, hashrate_decay_pct_year: 0 };
      const output = calculateExample(input, { block_height });
      const paidTh =
        input.hashrate_th *
        (input.uptime_pct / 100) *
        (1 - input.curtailment_pct / 100) *
        (1 - input.rejected_pct / 100);
      const byEpoch = epochsOfMonths({
        difficulty: 1.25e14,
        height: block_height,
        startMs: utcDateMs("2026-01-01"),
        months: input.horizon_months,
        growthPctEpoch: input.difficulty_growth_pct_epoch,
      }).reduce((sum, epoch) => {
        const pay = poolReward({ method: "FPPS", fee: 0.02, feeOnFees: 0.02 }, epoch.subsidySats, 5e6);
        return sum + satsPerThDay(epoch.difficulty, pay) * paidTh * ((epoch.toMs - epoch.fromMs) / 86_400_000);
      }, 0);
      near(output.investment.mined_sats, byEpoch);
      near(
        output.chart_data.reduce((sum, row) => sum + row.mined_sats, 0),
        byEpoch,
      );
    }),
  );
});

test("basic equals advanced with its extras off", () => {
  fc.assert(
    fc.property(plausible, (input) => {
      const basic = calculateExample(input);
      const advanced = calculateExample({ ...input, algorithm: "advanced", paths: 10 });
      const { chart_bands, payback_probability, assumptions, ...same } = advanced;
      expect(basic).toMatchObject(same);
      expect(basic.chart_bands).toBeNull();
      expect(basic.payback_probability).toBeNull();
      expect(chart_bands).toHaveLength(input.horizon_months);
      expect(payback_probability).not.toBeNull();
      expect(assumptions.paths).toBe(10);
    }),
    { numRuns: 30 },
  );
});

test("paths without chance are the projection itself", () => {
  fc.assert(
    fc.property(plausible, whole([900_000, 1_050_000]), (input, block_height) => {
      const still = {
        algorithm: "advanced",
        paths: 10,
        price_volatility_pct_year: 0,
        difficulty_volatility_pct_epoch: 0,
      };
      const output = calculateExample({ ...input, ...still }, { block_height });
      output.chart_bands?.forEach((band, month) => {
        const sum = output.chart_data[month]?.cumulative_profit ?? 0;
        const size = input.machine_price_usd + Math.abs(sum);
        for (const value of [band.p10, band.p50, band.p90]) expect(Math.abs(value - sum)).toBeLessThan(1e-9 * size);
      });
      expect(output.payback_probability).toBe(output.roi_days === null ? 0 : 1);
    }),
    { numRuns: 50 },
  );
});

describe("at a break-even the day earns exactly nothing", () => {
  const fixed = { cash: () => 0, operating: (other: number) => other } as const;
  test.each(["cash", "operating"] as const)("%s", (level) => {
    fc.assert(
      fc.property(plausible, (given) => {
        const input = { ...given, other_costs_usd_day: fixed[level](given.other_costs_usd_day) };
        const { break_even, daily_cost } = calculateExample(input);
        const at = break_even[level];
        const profit = (changes: object, market: object = {}) =>
          calculateExample({ ...input, ...changes }, market).daily_profit;
        const nothing = (value: number) => expect(Math.abs(value)).toBeLessThan(1e-9 * (daily_cost + 1));
        const usdPerKwh = (at.electricity_usd_per_mwh ?? 0) / 1000;
        // A price of power outside −1 to 10 is a true answer that an input may not carry.
        if (usdPerKwh >= -1 && usdPerKwh <= 10) nothing(profit({ electricity_cost: usdPerKwh }));
        nothing(profit({}, { btc_price: at.btc_price_usd ?? 0 }));
        nothing(profit({}, { difficulty: at.difficulty ?? 0 }));
        if (at.efficiency_j_per_th !== null) {
          nothing(profit({ power_w: at.efficiency_j_per_th * input.hashrate_th }));
        }
        const there = calculateExample(input, { btc_price: at.btc_price_usd ?? 0 });
        near(there.hashprice_usd_per_ph_day, at.hashprice_usd_per_ph_day ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  test("full: the capital is covered too, over the horizon at the discount rate", () => {
    fc.assert(
      fc.property(plausible, (input) => {
        const { break_even, daily_revenue } = calculateExample(input);
        const energyKwh = input.power_w * 0.024 * (input.uptime_pct / 100) * (1 - input.curtailment_pct / 100);
        const rateDay = 1.1 ** (1 / 365.25) - 1;
        const days = (input.horizon_months / 12) * 365.25;
        let worth = 0;
        const capital =
          daily_revenue -
          input.other_costs_usd_day -
          (energyKwh * (break_even.full.electricity_usd_per_mwh ?? 0)) / 1000;
        worth = (capital * (1 - (1 + rateDay) ** -days)) / rateDay;
        const residual = (input.machine_price_usd * 0.1) / 1.1 ** (input.horizon_months / 12);
        near(worth + residual, input.machine_price_usd, 1e-7);
      }),
    );
  });
});

test("dearer power, more difficulty, higher fees, less uptime: never a later break-even of power", () => {
  fc.assert(
    fc.property(plausible, between([0, 50]), (input, worse) => {
      const cash = (changes: object, market: object = {}) =>
        calculateExample({ ...input, ...changes }, market).break_even.cash.electricity_usd_per_mwh ?? 0;
      expect(cash({ pool_fee_pct: 2 + worse })).toBeLessThanOrEqual(cash({}) * (1 + 1e-12));
      expect(cash({}, { difficulty: 1.25e14 * (1 + worse) })).toBeLessThanOrEqual(cash({}) * (1 + 1e-12));
      const profit = (changes: object) => calculateExample({ ...input, ...changes }).daily_profit;
      expect(profit({ electricity_cost: input.electricity_cost + worse / 10 })).toBeLessThanOrEqual(profit({}));
    }),
  );
});

test("the running sum begins at minus the price and ends at the investment's plain sum", () => {
  fc.assert(
    fc.property(plausible, (input) => {
      const { chart_data } = calculateExample(input);
      let sum = -input.machine_price_usd;
      for (const row of chart_data) {
        expect(row.profit).toBe(row.revenue - row.cost);
        sum += row.profit - row.tax;
        expect(row.cumulative_profit).toBe(sum);
      }
    }),
  );
});
