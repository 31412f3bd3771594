import { query } from "@/lib/kernel/use-case";
import { cache } from "@/lib/platform/cache";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import { marketContract } from "../contract";
import { indicatorRows } from "../core/indicator-rows";
import { historyProvenance, inWindow } from "../core/trend";
import { CHARTED } from "../schemas";
import { chartedDays } from "./charted-days";

const { input, output, permission } = marketContract.technicalIndicators;

/** Indicators of a daily series, computed over all of history and cut to what was asked for. */
export const getTechnicalIndicators = query({
  name: "market.technical-indicators.get",
  permission,
  input,
  output,
  async run(ctx, asked) {
    const now = ctx.now();
    const { days, rows } = await cache().through(cacheKeys.technicalIndicators(asked.series), async () => {
      const all = await chartedDays(ctx, asked.series);
      return { days: all, rows: indicatorRows(all) };
    });
    const isInside = inWindow(asked, now);
    const points = rows.filter(({ date }) => isInside(date));
    return {
      series: asked.series,
      unit: CHARTED[asked.series],
      timeframe: asked.from === undefined && asked.to === undefined ? asked.timeframe : null,
      latest: points.at(-1) ?? null,
      points,
      ...historyProvenance(
        days.filter(({ day }) => isInside(day)),
        now,
      ),
    };
  },
});
