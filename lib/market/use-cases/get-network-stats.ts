import { query } from "@/lib/kernel/use-case";
import { marketContract } from "../contract";
import { hashpriceOf } from "../core/compose-market";
import { currentMarket } from "./current-market";

const { input, output, permission } = marketContract.networkStats;

/** The state of the network, each figure with its source, time and state. */
export const getNetworkStats = query({
  name: "market.network-stats.get",
  permission,
  input,
  output,
  async run(ctx) {
    const market = await currentMarket(ctx);
    const hashprice = hashpriceOf(market);
    return {
      ...market,
      hashprice_usd_per_ph_day: hashprice.usd_per_ph_day,
      sats_per_th_day: hashprice.sats_per_th_day,
    };
  },
});
