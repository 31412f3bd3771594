import { TARGET_BLOCK_SECONDS, TARGET_BLOCKS_PER_DAY } from "@/lib/kernel/bitcoin/hashprice";
import type { MarketFacts } from "../schemas";
import type { Algorithms } from "./answer-parts";
import { paidHashrateTh } from "./daily-figures";
import { finiteOrNull } from "./finite-or-null";
import { poolReward } from "./pool-reward";
import type { Terms } from "./terms";

/** Beyond this the two algorithms don't describe the same network: one of the figures is wrong or old. */
const UNEXPLAINED_LIMIT_PCT = 5;
const TH_PER_EH = 1e6;

/**
 * The same revenue by two roads: difficulty, and the share `h / H_net · 144 · reward` of the measured hashrate.
 * A measured hashrate counts blocks, so it carries the luck of its window: blocks every 580 s instead of 600 make it
 * 600/580 too high and the share 580/600 too low. What is left over is nobody's luck.
 */
export function twoAlgorithms(terms: Terms, market: MarketFacts, byDifficultySats: number): Algorithms {
  const networkEhs = market.network_hashrate_ehs.value;
  const reward = poolReward(terms.pool, market.block_subsidy_sats.value, market.fees_sats_per_block.value);
  const byShareSats =
    networkEhs === null
      ? null
      : finiteOrNull((paidHashrateTh(terms) / (networkEhs * TH_PER_EH)) * TARGET_BLOCKS_PER_DAY * reward);
  const gap = byShareSats === null ? null : finiteOrNull((byShareSats / byDifficultySats - 1) * 100);
  const interval = market.block_interval_s.value;
  const luck = gap === null || interval === null ? null : (interval / TARGET_BLOCK_SECONDS - 1) * 100;
  const unexplained = gap === null || luck === null ? null : gap - luck;
  return {
    difficulty: { daily_revenue_sats: byDifficultySats },
    network_share: { daily_revenue_sats: byShareSats },
    gap_pct: gap,
    luck_pct: luck,
    unexplained_pct: unexplained,
    warning: unexplained !== null && Math.abs(unexplained) > UNEXPLAINED_LIMIT_PCT ? gapWarning(unexplained) : null,
  };
}

const gapWarning = (pct: number): string =>
  `Difficulty and the measured network hashrate disagree by ${Math.abs(pct).toFixed(1)} % more than luck explains: check how old the two figures are.`;
