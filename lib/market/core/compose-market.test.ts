import { describe, expect, test } from "vitest";
import { composeMarket, hashpriceOf, type MarketFacts } from "./compose-market";
import { DEFAULTS } from "./defaults";
import type { FigureName, FigureValues } from "./figures";
import type { StoredReading } from "./reading";

const NOW = new Date("2026-01-01T00:00:00Z");
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
const reading = <N extends FigureName>(
  figure: N,
  source: StoredReading["source"],
  value: FigureValues[N],
  seconds = 10,
): StoredReading => ({ figure, source, value, asOf: ago(seconds), fetchedAt: ago(seconds) });
const compose = (facts: Partial<MarketFacts>) =>
  composeMarket({ readings: [], lastSnapshot: null, epochs: [], ...facts }, NOW);

test("knowing nothing: the built-in figures by the name of default, and null where there is none", () => {
  const market = compose({});
  for (const figure of [market.btc_price, market.difficulty, market.network_hashrate_ehs, market.fees_sats_per_block])
    expect(figure).toMatchObject({ source: "built-in", state: "default" });
  expect(market.block_subsidy_sats.value).toBe(312_500_000);
  // The built-in hashrate was measured on a lucky day; without its interval the two algorithms would seem to disagree.
  expect(market.block_interval_s).toMatchObject({ value: 86_400 / 166, state: "default" });
  for (const figure of [market.change_24h_pct, market.fear_greed_index])
    expect(figure).toEqual({ value: null, source: "built-in", as_of: null, state: "default" });
  expect(market.btc_price.as_of).toBe(DEFAULTS.network.asOf);
});

describe("subsidy", () => {
  test.each([
    [839_999, 625_000_000],
    [840_000, 312_500_000],
    [1_050_000, 156_250_000],
  ])("at height %i it is %i satoshi, as sure as the height", (height, sats) => {
    const { block_subsidy_sats } = compose({ readings: [reading("block_height", "ankr", height)] });
    expect(block_subsidy_sats).toMatchObject({ value: sats, source: "ankr", state: "live" });
  });
});

describe("network hashrate", () => {
  const difficulty = reading("difficulty", "ankr", 1.25e14);
  test("measured while that is live", () => {
    const readings = [difficulty, reading("network_hashrate_ehs", "mempool.space", 900)];
    expect(compose({ readings }).network_hashrate_ehs).toMatchObject({ value: 900, state: "live" });
  });
  test("estimated from a live difficulty when no measurement is", () => {
    const readings = [difficulty, reading("network_hashrate_ehs", "mempool.space", 900, 90_000)];
    const { network_hashrate_ehs } = compose({ readings });
    expect(network_hashrate_ehs).toMatchObject({ source: "ankr", state: "estimated" });
    expect(network_hashrate_ehs.value).toBeCloseTo((1.25e14 * 2 ** 32) / 600 / 1e18, 9);
  });
  test("the old measurement when difficulty is old as well", () => {
    const readings = [
      reading("difficulty", "ankr", 1.25e14, 90_000),
      reading("network_hashrate_ehs", "mempool.space", 900, 90_000),
    ];
    expect(compose({ readings }).network_hashrate_ehs).toMatchObject({ value: 900, state: "stale" });
  });
  test("the block interval counts only for the measurement of its own window", () => {
    const interval = reading("block_interval_s", "blockchain.info", 520);
    const own = reading("network_hashrate_ehs", "blockchain.info", 1_000);
    const other = reading("network_hashrate_ehs", "mempool.space", 1_000);
    expect(compose({ readings: [interval, own] }).block_interval_s.value).toBe(520);
    expect(compose({ readings: [interval, other] }).block_interval_s.value).toBeNull();
    expect(compose({ readings: [interval, difficulty] }).block_interval_s.value).toBeNull();
  });
});

describe("the last snapshot", () => {
  const lastSnapshot = {
    recordedAt: ago(5_000),
    btcPrice: 70_000,
    difficulty: 1.4e14,
    networkHashrateEhs: 950,
    blockHeight: null,
    feesSatsPerBlock: null,
  };
  test("serves where no reading is younger, and says so", () => {
    const market = compose({ lastSnapshot, readings: [reading("difficulty", "ankr", 1.25e14, 4_000)] });
    expect(market.btc_price).toEqual({
      value: 70_000,
      source: "snapshot",
      as_of: ago(5_000).toISOString(),
      state: "stale",
    });
    expect(market.difficulty).toMatchObject({ value: 1.25e14, source: "ankr", state: "stale" });
    expect(market.block_height.state).toBe("default");
  });
  test("never before a live reading", () => {
    expect(compose({ lastSnapshot, readings: [reading("btc_price", "okx", 71_000)] }).btc_price.value).toBe(71_000);
  });
});

describe("the next change of difficulty", () => {
  const epochs = [
    { startHeight: 929_376, startTime: ago(600_000), difficulty: 1.3e14 },
    { startHeight: 927_360, startTime: ago(600_000 + 1_209_600), difficulty: 1.25e14 },
  ];
  const height = reading("block_height", "ankr", 929_376 + 1_008);
  test("computed from the beginnings of two epochs when mempool.space is silent", () => {
    const next = compose({ readings: [height], epochs }).next_difficulty_change;
    expect(next).toMatchObject({
      state: "estimated",
      source: "ankr",
      remaining_blocks: 1_008,
      locked: false,
      progress_pct: 50,
    });
    // 1,009 blocks' worth of time against the 600,000 s that have gone by.
    expect(next.change_pct).toBeCloseTo((1_009 * 600 * 100) / 600_000 - 100, 9);
    expect(Date.parse(next.expected_at ?? "")).toBeCloseTo(NOW.getTime() + 1_008 * 595_238, -3);
  });
  test("not from epochs of another time", () => {
    const readings = [reading("block_height", "ankr", 931_500)];
    expect(compose({ readings, epochs }).next_difficulty_change).toMatchObject({ change_pct: null, state: "default" });
  });
  test("what was said last when nothing is live", () => {
    const value = {
      progress_pct: 1,
      change_pct: 2,
      remaining_blocks: 3,
      expected_at: NOW.toISOString(),
      locked: false,
    };
    const readings = [reading("next_adjustment", "mempool.space", value, 90_000)];
    expect(compose({ readings, epochs }).next_difficulty_change).toMatchObject({ change_pct: 2, state: "stale" });
  });
});

test("hashprice is as sure and as old as its weakest part", () => {
  const readings = [
    reading("btc_price", "coingecko", 95_000),
    reading("difficulty", "ankr", 1.25e14, 300),
    reading("block_height", "mempool.space", 930_000),
    reading("fees_sats_per_block", "mempool.space", 5_000_000, 90_000),
  ];
  const { usd_per_ph_day, sats_per_th_day } = hashpriceOf(compose({ readings }));
  expect(usd_per_ph_day.value).toBeCloseTo(48.541277647, 9);
  expect(sats_per_th_day.value).toBeCloseTo(51.0960817337, 9);
  expect(usd_per_ph_day).toMatchObject({ source: "computed", state: "stale", as_of: ago(90_000).toISOString() });
});
