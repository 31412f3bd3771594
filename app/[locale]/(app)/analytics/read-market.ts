import type { z } from "zod";
import { changePct, halvingsIn, marketRows } from "@/components/analytics/market/market-rows";
import type { MarketStretch } from "@/components/analytics/market/market-stretch";
import { isOwnStretch, type MarketView } from "@/components/analytics/market/market-view";
import type { AnalyticsData } from "@/lib/analytics/schemas";
import { getAnalyticsData } from "@/lib/analytics/use-cases/get-analytics-data";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import type { Locale } from "@/lib/kernel/context";
import { MS_PER_DAY } from "@/lib/kernel/units";
import type { TechnicalIndicators } from "@/lib/market/contract";
import { getTechnicalIndicators } from "@/lib/market/use-cases/get-technical-indicators";
import { load } from "@/lib/transport/load";

/** A stretch of the market with the indicators of one series, and those of the stretch before where it is compared. */
export async function readMarket(view: MarketView, locale: Locale) {
  const { series, range, from, to } = view;
  const data = await load(getAnalyticsData, isOwnStretch(view) ? { from, to } : { timeframe: range }, locale);
  if (data.from === null || data.to === null) return { data, stretch: null };
  const stretch = { from: data.from, to: data.to };
  const isCompared = view.over === "previous";
  const [indicators, before] = await Promise.all([
    load(getTechnicalIndicators, { series, ...stretch }, locale),
    isCompared ? load(getTechnicalIndicators, { series, ...stretchBefore(stretch) }, locale) : null,
  ]);
  return { data, stretch: stretchOf(view, data, { indicators, before }) };
}

type Indicators = z.output<typeof TechnicalIndicators>;

/** What the page draws of it, and no more: some thousand days weigh. */
function stretchOf(
  { over }: MarketView,
  { days, market, carried_days }: AnalyticsData,
  { indicators, before }: { indicators: Indicators; before: Indicators | null },
): MarketStretch {
  const { points, ...answer } = indicators;
  return {
    rows: marketRows(days, points, { over, before: before?.points ?? [] }),
    halvings: halvingsIn(days),
    indicators: { ...answer, first: points[0]?.date ?? null, changePct: changePct(points.map(({ close }) => close)) },
    market,
    carriedDays: carried_days.length,
  };
}

/** As many days, ending on the day before. */
function stretchBefore({ from, to }: { from: string; to: string }): { from?: string; to: string } {
  const start = utcDateMs(from);
  const first = isoDate(start - (utcDateMs(to) - start) - MS_PER_DAY);
  // Nothing is older than the first block, and the door refuses such days.
  return { ...(first >= "2009-01-03" ? { from: first } : {}), to: isoDate(start - MS_PER_DAY) };
}
