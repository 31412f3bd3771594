import { type Bars, trueRange } from "./bars";
import { blankColumn, type Column } from "./column";

/** Wilder's average true range: the mean of the first `period` true ranges at index `period`, then smoothed by 1 / period. */
export function atr(bars: Bars, period: number): Column {
  const { length } = bars.close;
  const out = blankColumn(length);
  let average = 0;
  for (let index = 1; index < length; index++) {
    const range = trueRange(bars, index);
    // Until the period is full the average is the sum of what is there.
    average = index > period ? (average * (period - 1) + range) / period : average + range;
    if (index === period) average /= period;
    if (index >= period) out[index] = average;
  }
  return out;
}
