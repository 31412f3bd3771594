import type { z } from "zod";
import type { ChartRow } from "@/components/charts/chart-row";
import type { AnalyticsData } from "@/lib/analytics/schemas";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import type { IndicatorRow } from "@/lib/market/contract";

import type { Overlay } from "./market-view";

type Day = AnalyticsData["days"][number];
type Indicators = z.output<typeof IndicatorRow>;

/** What is drawn of the indicators, besides what is laid over the series. */
const ALWAYS = ["rsi_14", "macd", "macd_signal", "macd_histogram"] as const;
const LAID_OVER = {
  bands: ["bollinger_upper", "bollinger_middle", "bollinger_lower"],
  means: ["sma_20", "sma_50", "sma_200"],
  previous: [],
  none: [],
} as const satisfies Record<Overlay, readonly (keyof Indicators)[]>;

/**
 * One row a day of the stretch for all charts, which share their crosshair by it: what mining stood on, the indicators of
 * the series in view as far as they are drawn, and the stretch of as many days before, laid over it.
 */
export function marketRows(
  days: readonly Day[],
  indicators: readonly Indicators[],
  { over, before }: { over: Overlay; before: readonly Indicators[] },
): ChartRow[] {
  const byDay = new Map(indicators.map((row) => [row.date, row]));
  const closeBefore = new Map(before.map(({ date, close }) => [date, close]));
  const dayBefore = (date: string) => isoDate(utcDateMs(date) - days.length * MS_PER_DAY);
  const names = [...ALWAYS, ...LAID_OVER[over]];
  return days.map(({ date, btc_price, difficulty, hashprice_usd_per_ph_day }) => {
    const row = byDay.get(date);
    return {
      x: date,
      values: {
        ...Object.fromEntries(names.map((name) => [name, row?.[name] ?? null])),
        btc_price,
        difficulty,
        hashprice: hashprice_usd_per_ph_day,
        ...(over === "previous" ? { before: closeBefore.get(dayBefore(date)) ?? null } : {}),
      },
    };
  });
}

/** The days in which the subsidy went down. */
export function halvingsIn(days: readonly Day[]): string[] {
  const isLess = (day: Day, before: Day | undefined) =>
    before !== undefined && day.block_subsidy_sats < before.block_subsidy_sats;
  const falls = days.filter((day, index) => isLess(day, days[index - 1]));
  // The day itself has a mean of both subsidies, so that the next one is lower once more.
  return falls
    .filter(
      ({ date }, index) => index === 0 || utcDateMs(date) - utcDateMs(falls[index - 1]?.date ?? "") > 2 * MS_PER_DAY,
    )
    .map(({ date }) => date);
}

/** From the first to the last value that there is, in per cent; `null` without two of them. */
export function changePct(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => value !== null && value !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  return known.length < 2 || first === undefined || last === undefined || first === 0 ? null : (last / first - 1) * 100;
}
