import { type Bars, trueRange } from "./bars";

/** Wilder's average true range: the mean of the first `period` true ranges at index `period`, then smoothed by 1 / period. */
export function atr(bars: Bars, period: number): (number | null)[] {
  let sum = 0;
  let previous: number | null = null;
  return bars.close.map((_, index) => {
    const range = trueRange(bars, index);
    if (range === null) return null;
    if (previous !== null) previous = (previous * (period - 1) + range) / period;
    else {
      sum += range;
      if (index === period) previous = sum / period;
    }
    return previous;
  });
}
