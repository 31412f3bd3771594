import { type Bars, barAt } from "./bars";
import { sma } from "./moving-averages";

/**
 * Slow stochastic: where the close stands between the lowest low and the highest high of `period` bars (0 to 100;
 * 0 where they are equal), smoothed over `smooth` bars; `d` is the mean of `signal` values of `k`.
 */
export function stochastic(bars: Bars, period: number, smooth: number, signal: number) {
  const raw = bars.close.map((close, index) => {
    if (index + 1 < period) return null;
    let high = Number.NEGATIVE_INFINITY;
    let low = Number.POSITIVE_INFINITY;
    for (let at = index + 1 - period; at <= index; at++) {
      const bar = barAt(bars, at);
      high = Math.max(high, bar.high);
      low = Math.min(low, bar.low);
    }
    return high === low ? 0 : (100 * (close - low)) / (high - low);
  });
  const k = sma(raw, smooth);
  return { k, d: sma(k, signal) };
}
