import { query } from "@/lib/kernel/use-case";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import { marketContract } from "../contract";
import type { StoredDay } from "../core/history";
import { indicatorRows } from "../core/indicator-rows";
import { firstDay, historyProvenance } from "../core/trend";
import { cachedHistory } from "../data/cached-history";

const { input, output, permission } = marketContract.technicalIndicators;

/** Indicators of the daily price, computed over all of history and cut to the timeframe. */
export const getTechnicalIndicators = query({
  name: "market.technical-indicators.get",
  permission,
  input,
  output,
  async run(ctx, { timeframe }) {
    const now = ctx.now();
    const { days, rows } = await cachedHistory(ctx, {
      key: cacheKeys.technicalIndicators(),
      series: "btc_price",
      from: null,
      derive: (stored: StoredDay[]) => ({ days: stored, rows: indicatorRows(stored) }),
    });
    const from = firstDay(timeframe, now) ?? "";
    const points = rows.filter((row) => row.date >= from);
    const inside = days.filter(({ day }) => day >= from);
    return { timeframe, latest: points.at(-1) ?? null, points, ...historyProvenance(inside, now) };
  },
});
