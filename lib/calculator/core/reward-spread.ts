import type { MarketFacts } from "../schemas";
import type { RewardSpread } from "./answer-parts";
import { blocksPerDayAtOne } from "./block-rate";
import { poissonQuantile } from "./poisson";
import type { Terms } from "./terms";

const SPREAD_DAYS = 30;

/** How far 30 days' pay spreads where it hangs on blocks found: a Poisson count times the mean pay of a block. */
export function rewardSpread(terms: Terms, market: MarketFacts, dailyRevenueSats: number): RewardSpread | null {
  const atOne = blocksPerDayAtOne(terms);
  if (atOne === null) return null;
  const expected = (atOne / market.difficulty.value) * SPREAD_DAYS;
  const satsPerBlock = expected > 0 ? (dailyRevenueSats * SPREAD_DAYS) / expected : 0;
  const sats = (p: 0.1 | 0.5 | 0.9) => poissonQuantile(expected, p) * satsPerBlock;
  return {
    days: SPREAD_DAYS,
    expected_blocks: expected,
    no_block_probability: Math.exp(-expected),
    p10_sats: sats(0.1),
    p50_sats: sats(0.5),
    p90_sats: sats(0.9),
  };
}
