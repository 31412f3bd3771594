import { expect, test } from "vitest";
import { type LiveMarket, marketOfInput, mergeMarket, missingMarketFields } from "./market-facts";

const figure = (value: number) =>
  ({ value, source: "mempool.space", as_of: "2026-01-01T00:00:00Z", state: "live" }) as const;
const live: LiveMarket = {
  btc_price: figure(90_000),
  difficulty: figure(1.4e14),
  network_hashrate_ehs: figure(1000),
  fees_sats_per_block: figure(2e6),
  block_height: figure(930_000),
  block_interval_s: figure(590),
};
const today = { start: "2026-01-01", today: "2026-01-01" };

test("what is given is used exactly and marked, the rest is live", () => {
  const market = mergeMarket({ btc_price: 95_000 }, live, today);
  expect(market.btc_price).toEqual({ value: 95_000, source: "manual", as_of: null, state: "manual" });
  expect(market.difficulty).toBe(live.difficulty);
  expect(market.block_subsidy_sats).toMatchObject({ value: 312_500_000, state: "live" });
});

test("a live block interval belongs to the live hashrate alone", () => {
  expect(mergeMarket({}, live, today).block_interval_s.value).toBe(590);
  expect(mergeMarket({ network_hashrate_ehs: 900 }, live, today).block_interval_s.value).toBeNull();
  const both = mergeMarket({ network_hashrate_ehs: 900, block_interval_s: 605 }, live, today);
  expect(both.block_interval_s.value).toBe(605);
});

test("a live height is carried to another start, a given one is not", () => {
  const later = { start: "2026-01-11", today: "2026-01-01" };
  expect(mergeMarket({}, live, later).block_height).toMatchObject({ value: 931_440, state: "estimated" });
  expect(mergeMarket({ block_height: 5 }, live, later).block_height.value).toBe(5);
  expect(mergeMarket({}, live, { start: "2009-01-03", today: "2026-01-01" }).block_height.value).toBe(36_192);
});

test("four figures make a market; the subsidy follows from the height", () => {
  const four = { btc_price: 1, difficulty: 2, block_height: 1_050_000, fees_sats_per_block: 0 };
  expect(marketOfInput(four)).toMatchObject({
    block_subsidy_sats: { value: 156_250_000 },
    network_hashrate_ehs: { value: null },
  });
  expect(marketOfInput({ ...four, block_subsidy_sats: 7 })?.block_subsidy_sats.value).toBe(7);
  expect(marketOfInput({ btc_price: 1, difficulty: 2 })).toBeNull();
  expect(missingMarketFields({ btc_price: 1, difficulty: 2 })).toEqual(["block_height", "fees_sats_per_block"]);
  expect(missingMarketFields()).toHaveLength(4);
});
