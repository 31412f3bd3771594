import { blankColumn, type Column } from "./column";
import { deviation } from "./deviation";
import { sma } from "./moving-averages";

export type Bollinger = { upper: Column; middle: Column; lower: Column; percent_b: Column; width: Column };

/**
 * SMA of `period` closes, and `deviations` population standard deviations above and below it. `percent_b` is where the close
 * stands between the bands (0 lower, 1 upper; none where they touch), `width` their distance over the middle.
 */
export function bollinger(closes: Column, period = 20, deviations = 2): Bollinger {
  const { length } = closes;
  const middle = sma(closes, period);
  const spread = deviation(closes, middle, period);
  const upper = blankColumn(length);
  const lower = blankColumn(length);
  const percentB = blankColumn(length);
  const width = blankColumn(length);
  for (let index = period - 1; index < length; index++) {
    const mean = middle[index] as number;
    const half = (spread[index] as number) * deviations;
    upper[index] = mean + half;
    lower[index] = mean - half;
    if (half !== 0) percentB[index] = ((closes[index] as number) - (mean - half)) / (2 * half);
    if (mean !== 0) width[index] = (2 * half) / mean;
  }
  return { middle, upper, lower, percent_b: percentB, width };
}
