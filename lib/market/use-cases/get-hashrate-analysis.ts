import { query } from "@/lib/kernel/use-case";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import { marketContract } from "../contract";
import { hashrateGap, hashrateHistory } from "../core/hashrate-analysis";
import type { StoredDay } from "../core/history";
import { firstDay, historyProvenance } from "../core/trend";
import { cachedHistory } from "../data/cached-history";
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
    const { days, history } = await cachedHistory(ctx, {
      key: cacheKeys.hashrateAnalysis(),
      series: "network_hashrate",
      from: null,
      derive: (stored: StoredDay[]) => ({ days: stored, history: hashrateHistory(stored) }),
    });
    const from = firstDay(timeframe, now) ?? "";
    const inside = days.filter(({ day }) => day >= from);
    return {
      timeframe,
      unit: SERIES.network_hashrate,
      ...hashrateGap(await currentMarket(ctx)),
      ...history,
      points: history.points.filter(({ date }) => date >= from),
      ...historyProvenance(inside, now),
    };
  },
});
