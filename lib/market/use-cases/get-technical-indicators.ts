import { query } from "@/lib/kernel/use-case";
import { marketContract } from "../contract";
import { indicatorRows } from "../core/indicator-rows";
import { firstDay, historyProvenance } from "../core/trend";
import { cachedDays } from "../data/cached-days";

const { input, output, permission } = marketContract.technicalIndicators;

/** Indicators of the daily price, computed over all of history and cut to the timeframe. */
export const getTechnicalIndicators = query({
  name: "market.technical-indicators.get",
  permission,
  input,
  output,
  async run(ctx, { timeframe }) {
    const now = ctx.now();
    const days = await cachedDays(ctx, "technical_indicators", "btc_price", null);
    const from = firstDay(timeframe, now) ?? "";
    const points = indicatorRows(days).filter((row) => row.date >= from);
    return {
      timeframe,
      latest: points.at(-1) ?? null,
      points,
      ...historyProvenance(
        days.filter((day) => day.day >= from),
        now,
      ),
    };
  },
});
