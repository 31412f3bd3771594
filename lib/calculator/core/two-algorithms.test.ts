import { expect, test } from "vitest";
import { networkHashrateHs } from "@/lib/kernel/bitcoin/hashprice";
import { calculateExample } from "@/lib/testing/calculation";

const impliedEhs = networkHashrateHs(1.25e14) / 1e18;
const both = (market: object) => calculateExample({}, market).algorithms;

test("a network that finds a block every 600 s gives the same by both roads", () => {
  const { difficulty, network_share, gap_pct } = both({ network_hashrate_ehs: impliedEhs });
  expect(network_share.daily_revenue_sats).toBeCloseTo(difficulty.daily_revenue_sats ?? 0, 6);
  expect(gap_pct).toBeCloseTo(0, 9);
});

test("a lucky window shows more hashrate and a smaller share, and luck explains all of it", () => {
  const lucky = both({ network_hashrate_ehs: (impliedEhs * 600) / 540, block_interval_s: 540 });
  expect(lucky.gap_pct).toBeCloseTo(-10, 9);
  expect(lucky.luck_pct).toBeCloseTo(-10, 9);
  expect(lucky.unexplained_pct).toBeCloseTo(0, 9);
  expect(lucky.warning).toBeNull();
});

test("what luck can't explain is warned of", () => {
  const output = calculateExample({}, { network_hashrate_ehs: impliedEhs * 0.8, block_interval_s: 600 });
  expect(output.algorithms.unexplained_pct).toBeCloseTo(25, 9);
  expect(output.algorithms.warning).toContain("25.0 %");
  expect(output.warnings.map((warning) => warning.code)).toContain("gap_unexplained");
});

test("without the block interval luck is not known, and without the hashrate nothing is", () => {
  expect(both({ network_hashrate_ehs: impliedEhs * 0.5 })).toMatchObject({
    luck_pct: null,
    unexplained_pct: null,
    warning: null,
  });
  expect(both({})).toMatchObject({ network_share: { daily_revenue_sats: null }, gap_pct: null, luck_pct: null });
});
