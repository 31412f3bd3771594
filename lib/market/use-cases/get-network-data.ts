import { MS_PER_DAY } from "@/lib/kernel/units";
import { query } from "@/lib/kernel/use-case";
import { marketContract } from "../contract";
import { cachedNetworkHistory } from "../data/network-history";
import { currentMarket } from "./current-market";

const { input, output, permission } = marketContract.networkData;
const HISTORY_DAYS = 7;

/** The market snapshot, a week of network history, and how each call to a source fares. */
export const getNetworkData = query({
  name: "market.network-data.get",
  permission,
  input,
  output,
  async run(ctx) {
    const current = await currentMarket(ctx);
    const since = new Date(ctx.now().getTime() - HISTORY_DAYS * MS_PER_DAY);
    const { snapshots, feeds } = await cachedNetworkHistory(ctx, since);
    return {
      current,
      snapshots: snapshots.map((row) => ({
        recorded_at: row.recordedAt.toISOString(),
        btc_price: row.btcPrice,
        difficulty: row.difficulty,
        network_hashrate_ehs: row.networkHashrateEhs,
        block_height: row.blockHeight,
        fees_sats_per_block: row.feesSatsPerBlock,
      })),
      // The kind of a fault only: its words may name addresses of the operator's own.
      feeds: feeds.map((state) => ({
        feed: state.feed,
        source: state.source,
        last_ok_at: state.lastOkAt?.toISOString() ?? null,
        next_try_at: state.nextTryAt.toISOString(),
        failures: state.failures,
        fault: state.faultKind,
      })),
    };
  },
});
