import { MS_PER_DAY } from "@/lib/kernel/units";
import { query } from "@/lib/kernel/use-case";
import { marketContract } from "../contract";
import { hashpriceOf } from "../core/compose-market";
import { cachedAnalytics } from "../data/analytics";
import { currentMarket } from "./current-market";

const { input, output, permission } = marketContract.marketData;
const HISTORY_DAYS = 7;

/** Price, mood and hashprice now, and over the last week. */
export const getMarketData = query({
  name: "market.market-data.get",
  permission,
  input,
  output,
  async run(ctx) {
    const market = await currentMarket(ctx);
    const hashprice = hashpriceOf(market);
    const rows = await cachedAnalytics(ctx, new Date(ctx.now().getTime() - HISTORY_DAYS * MS_PER_DAY));
    return {
      ...market,
      hashprice_usd_per_ph_day: hashprice.usd_per_ph_day,
      sats_per_th_day: hashprice.sats_per_th_day,
      history: rows.map((row) => ({
        recorded_at: row.recordedAt.toISOString(),
        btc_price: row.btcPrice,
        change_24h_pct: row.change24hPct,
        network_hashrate_ehs: row.networkHashrate,
        fear_greed_index: row.fearGreedIndex,
        hashprice_usd_per_ph_day: row.hashpriceUsdPerPhDay,
      })),
    };
  },
});
