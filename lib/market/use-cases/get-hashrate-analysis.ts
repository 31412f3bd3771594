import { query } from "@/lib/kernel/use-case";
import { marketContract } from "../contract";
import { hashrateGap, hashrateHistory } from "../core/hashrate-analysis";
import { firstDay, historyProvenance } from "../core/trend";
import { cachedDays } from "../data/cached-days";
import { SERIES } from "../schemas";
import { currentMarket } from "./current-market";

const { input, output, permission } = marketContract.hashrateAnalysis;

/** Network hashrate: measured against difficulty now, and day by day. */
export const getHashrateAnalysis = query({
  name: "market.hashrate-analysis.get",
  permission,
  input,
  output,
  async run(ctx, { timeframe }) {
    const now = ctx.now();
    const market = await currentMarket(ctx);
    const days = await cachedDays(ctx, "hashrate_analysis", "network_hashrate", null);
    const from = firstDay(timeframe, now) ?? "";
    const history = hashrateHistory(days);
    return {
      timeframe,
      unit: SERIES.network_hashrate,
      ...hashrateGap(market),
      ...history,
      points: history.points.filter((point) => point.date >= from),
      ...historyProvenance(
        days.filter((day) => day.day >= from),
        now,
      ),
    };
  },
});
