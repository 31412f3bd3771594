import { describe, expect, test } from "vitest";
import { hashpriceUsdPerPhDay, satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";
import { calculateExample } from "@/lib/testing/calculation";
import { hasRecordedData, recordedJson } from "@/lib/testing/recorded-data";

/** No fee, always on: what published examples mean by revenue and profit. */
const plain = { pool_fee_pct: 0, uptime_pct: 100 };
const height = (subsidyBtc: number) => ({ 12.5: 600_000, 6.25: 700_000, 3.125: 900_000 })[subsidyBtc] ?? 0;
const near = (found: number | null, expected: number | undefined) =>
  expect(Math.abs((found ?? Number.NaN) / (expected ?? Number.NaN) - 1)).toBeLessThan(1e-9);

// Own cases, so that a clone without the recorded data tests the same: 100 TH/s at 2.5e13 and 6.25 BTC, and one real day.
test("a published example: 100 TH/s, 3,000 W, $0.10/kWh at $30,000", () => {
  const market = { btc_price: 30_000, difficulty: 2.5e13, block_height: 700_000, fees_sats_per_block: 0 };
  const output = calculateExample({ ...plain, hashrate_th: 100, power_w: 3000, electricity_cost: 0.1 }, market);
  near(output.daily_revenue, 15.087425708770752);
  near(output.daily_cost, 7.2);
  near(output.daily_profit, 7.887425708770752);
  near(output.break_even.cash.electricity_usd_per_mwh, 209.54757928848267);
  near(output.daily_revenue_sats, 50291.41902923584);
});

test("a real day: 2025-01-20", () => {
  const reward = ((475 + 12.74676251) / 152) * 1e8;
  near(hashpriceUsdPerPhDay(110_451_907_374_649.5, reward, 102_588.9987), 59.95594597995646);
});

type Example = { name: string; inputs: Record<string, number>; outputs: Record<string, number> };

describe.skipIf(!hasRecordedData)("recorded profitability examples", () => {
  const { examples } = hasRecordedData
    ? recordedJson<{ examples: Example[] }>("groundtruth/mining_profitability.json")
    : { examples: [] };
  const of = (key: string) => examples.filter(({ outputs }) => outputs[key] !== undefined);

  test.each(of("hashprice_usd_ph_day_by_difficulty"))("$name", ({ inputs, outputs }) => {
    const {
      issuance_btc = 0,
      fees_btc = 0,
      block_count = 1,
      subsidy_btc = 0,
      btc_price_usd = 0,
      difficulty_mean = 0,
    } = inputs;
    const fees = (fees_btc / block_count) * 1e8;
    near(
      hashpriceUsdPerPhDay(difficulty_mean, ((issuance_btc + fees_btc) / block_count) * 1e8, btc_price_usd),
      outputs.hashprice_usd_ph_day_by_difficulty,
    );
    for (const [key, hashrate_th, power_w] of [
      ["s19jpro104_3068w_at_0.06_profit_usd_day", 104, 3068],
      ["s21pro234_3510w_at_0.06_profit_usd_day", 234, 3510],
    ] as const) {
      const output = calculateExample(
        { ...plain, hashrate_th, power_w },
        {
          btc_price: btc_price_usd,
          difficulty: difficulty_mean,
          block_height: height(subsidy_btc),
          fees_sats_per_block: fees,
        },
      );
      // The day's realised hashprice differs from the one by difficulty in the ninth digit.
      expect(Math.abs(output.daily_profit / (outputs[key] ?? 0) - 1)).toBeLessThan(1e-7);
    }
  });

  test.each(of("breakeven_kwh_usd"))("$name", ({ inputs, outputs }) => {
    const {
      hashrate_th = 0,
      power_w = 0,
      price_kwh_usd = 0,
      btc_price_usd = 0,
      difficulty = 0,
      block_reward_btc = 0,
    } = inputs;
    const output = calculateExample(
      { ...plain, hashrate_th, power_w, electricity_cost: price_kwh_usd },
      { btc_price: btc_price_usd, difficulty, block_height: height(block_reward_btc), fees_sats_per_block: 0 },
    );
    near(output.daily_revenue_sats / 1e8, outputs.btc_per_day);
    near((output.break_even.cash.electricity_usd_per_mwh ?? 0) / 1000, outputs.breakeven_kwh_usd);
  });

  test.each(of("cost_usd_per_btc"))("$name", ({ inputs, outputs }) => {
    const { electricity_usd_kwh = 0, difficulty = 0, block_reward_btc = 0, efficiency_w_per_th = 0 } = inputs;
    const btcPerThDay = satsPerThDay(difficulty, block_reward_btc * 1e8) / 1e8;
    near((efficiency_w_per_th * 0.024 * electricity_usd_kwh) / btcPerThDay, outputs.cost_usd_per_btc);
  });
});
