import type { z } from "zod";
import type { IndicatorRow } from "../contract";
import type { DatedValue } from "./history";
import { bollinger } from "./indicators/bollinger";
import { answered, columnOf } from "./indicators/column";
import { macd } from "./indicators/macd";
import { ema, sma } from "./indicators/moving-averages";
import { rsi } from "./indicators/rsi";

type Row = z.output<typeof IndicatorRow>;

/** The usual indicators of a daily series. Give all of history, so that the first days of a timeframe have theirs too. */
export function indicatorRows(days: readonly DatedValue[]): Row[] {
  const close = columnOf(days.map((day) => day.value));
  const bands = bollinger(close, 20, 2);
  const trend = macd(close, 12, 26, 9);
  const columns = {
    sma_20: sma(close, 20),
    sma_50: sma(close, 50),
    sma_200: sma(close, 200),
    ema_12: ema(close, 12),
    ema_26: ema(close, 26),
    rsi_14: rsi(close, 14),
    macd: trend.macd,
    macd_signal: trend.signal,
    macd_histogram: trend.histogram,
    bollinger_upper: bands.upper,
    bollinger_middle: bands.middle,
    bollinger_lower: bands.lower,
    bollinger_percent_b: bands.percent_b,
    bollinger_width: bands.width,
  };
  const names = Object.keys(columns) as (keyof typeof columns)[];
  return days.map(({ day, value }, index) => ({
    date: day,
    close: value,
    ...(Object.fromEntries(names.map((name) => [name, answered(columns[name][index])])) as Omit<Row, "date" | "close">),
  }));
}
