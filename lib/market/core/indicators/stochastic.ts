import type { Bars } from "./bars";
import { blankColumn, type Column } from "./column";
import { sma } from "./moving-averages";

export type Stochastic = { k: Column; d: Column };

/**
 * Slow stochastic: where the close stands between the lowest low and the highest high of `period` bars (0 to 100;
 * 0 where they are equal), smoothed over `smooth` bars; `d` is the mean of `signal` values of `k`.
 */
export function stochastic({ high, low, close }: Bars, period: number, smooth: number, signal: number): Stochastic {
  const raw = blankColumn(close.length);
  for (let index = period - 1; index < close.length; index++) {
    let top = Number.NEGATIVE_INFINITY;
    let foot = Number.POSITIVE_INFINITY;
    for (let at = index + 1 - period; at <= index; at++) {
      const highest = high[at] as number;
      const lowest = low[at] as number;
      if (highest > top) top = highest;
      if (lowest < foot) foot = lowest;
    }
    raw[index] = top === foot ? 0 : (100 * ((close[index] as number) - foot)) / (top - foot);
  }
  const k = sma(raw, smooth);
  return { k, d: sma(k, signal) };
}
