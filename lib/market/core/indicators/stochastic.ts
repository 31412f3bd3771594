import type { Bars } from "./bars";
import { toColumn, toFloats } from "./column";
import { floatSma } from "./float-averages";

/**
 * Slow stochastic: where the close stands between the lowest low and the highest high of `period` bars (0 to 100;
 * 0 where they are equal), smoothed over `smooth` bars; `d` is the mean of `signal` values of `k`.
 */
export function stochastic({ high, low, close }: Bars, period: number, smooth: number, signal: number) {
  const [highs, lows] = [toFloats(high), toFloats(low)];
  const raw = new Float64Array(close.length).fill(Number.NaN);
  for (let index = period - 1; index < close.length; index++) {
    let top = Number.NEGATIVE_INFINITY;
    let foot = Number.POSITIVE_INFINITY;
    for (let at = index + 1 - period; at <= index; at++) {
      const [highest, lowest] = [highs[at] ?? 0, lows[at] ?? 0];
      if (highest > top) top = highest;
      if (lowest < foot) foot = lowest;
    }
    raw[index] = top === foot ? 0 : (100 * ((close[index] ?? 0) - foot)) / (top - foot);
  }
  const k = floatSma(raw, smooth);
  return { k: toColumn(k), d: toColumn(floatSma(k, signal)) };
}
