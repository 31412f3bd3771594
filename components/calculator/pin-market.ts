import type { PinnedMarket } from "@/lib/calculator/core/link";
import type { CalculateOutput } from "@/lib/calculator/schemas";

/** The market that a result stands on, for a link that shows the same figures later. Its time is that of its newest figure. */
export function pinMarket({ market }: CalculateOutput): PinnedMarket {
  const times = Object.values(market).flatMap(({ as_of }) => (as_of ? [as_of] : []));
  return {
    btc_price: market.btc_price.value,
    difficulty: market.difficulty.value,
    network_hashrate_ehs: market.network_hashrate_ehs.value,
    block_height: market.block_height.value,
    block_subsidy_sats: market.block_subsidy_sats.value,
    fees_sats_per_block: market.fees_sats_per_block.value,
    block_interval_s: market.block_interval_s.value,
    at: times.sort().at(-1) ?? new Date(0).toISOString(),
  };
}
