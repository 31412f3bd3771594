import { query } from "@/lib/kernel/use-case";
import { type CacheKey, cacheKeys } from "@/lib/platform/cache/cache-keys";
import { marketContract } from "../contract";
import { firstDay, historyProvenance } from "../core/trend";
import { cachedHistory } from "../data/cached-history";
import { SERIES, type Series } from "../schemas";

const trend = (
  name: string,
  contract: typeof marketContract.priceTrend,
  series: Series,
  keyOf: (timeframe: string) => CacheKey,
) =>
  query({
    name,
    permission: contract.permission,
    input: contract.input,
    output: contract.output,
    async run(ctx, { timeframe }) {
      const now = ctx.now();
      const days = await cachedHistory(ctx, {
        key: keyOf(timeframe),
        series,
        from: firstDay(timeframe, now),
        derive: (stored) => stored,
      });
      const [first, last] = [days[0], days.at(-1)];
      return {
        timeframe,
        unit: SERIES[series],
        points: days.map(({ day, value }) => ({ date: day, value })),
        change_pct: first && last && first !== last ? (last.value / first.value - 1) * 100 : null,
        ...historyProvenance(days, now),
      };
    },
  });

export const getPriceTrend = trend(
  "market.price-trend.get",
  marketContract.priceTrend,
  "btc_price",
  cacheKeys.priceTrend,
);
export const getDifficultyTrend = trend(
  "market.difficulty-trend.get",
  marketContract.difficultyTrend,
  "difficulty",
  cacheKeys.difficultyTrend,
);
