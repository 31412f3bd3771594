import { subsidySats } from "@/lib/kernel/bitcoin/subsidy";
import type { PinnedMarket } from "./link";
import type { LiveMarket } from "./market-facts";
import { marketTime } from "./market-time";

/** What a figure says of itself when a link brought it. */
export const LINK_SOURCE = "link";

/** The market that a link keeps, as old as the link. */
export function marketOfLink(pinned: PinnedMarket): LiveMarket {
  const origin = { source: LINK_SOURCE, as_of: pinned.at, state: "stale" as const };
  return {
    btc_price: { value: pinned.btc_price, ...origin },
    difficulty: { value: pinned.difficulty, ...origin },
    network_hashrate_ehs: { value: pinned.network_hashrate_ehs, ...origin },
    fees_sats_per_block: { value: pinned.fees_sats_per_block, ...origin },
    block_height: { value: pinned.block_height, ...origin },
    block_interval_s: { value: pinned.block_interval_s, ...origin },
  };
}

/** A market for a link to keep. Its time is that of the newest figure; `madeAt` where none of them has one. */
export function pinMarket(market: LiveMarket, madeAt: string): PinnedMarket {
  const { btc_price, difficulty, network_hashrate_ehs, fees_sats_per_block, block_height, block_interval_s } = market;
  return {
    btc_price: btc_price.value,
    difficulty: difficulty.value,
    network_hashrate_ehs: network_hashrate_ehs.value,
    block_height: block_height.value,
    block_subsidy_sats: subsidySats(block_height.value),
    fees_sats_per_block: fees_sats_per_block.value,
    block_interval_s: block_interval_s.value,
    at:
      marketTime({
        btc_price,
        difficulty,
        network_hashrate_ehs,
        fees_sats_per_block,
        block_height,
        block_interval_s,
      }) ?? madeAt,
  };
}
