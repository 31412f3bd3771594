import { type Column, toColumn, toFloats } from "./column";
import { floatDeviation, floatSma } from "./float-averages";

export type Bollinger = { upper: Column; middle: Column; lower: Column; percent_b: Column; width: Column };

/**
 * SMA of `period` closes, and `deviations` population standard deviations above and below it. `percent_b` is where the close
 * stands between the bands (0 lower, 1 upper; none where they touch), `width` their distance over the middle.
 */
export function bollinger(closes: readonly number[], period = 20, deviations = 2): Bollinger {
  const values = toFloats(closes);
  const middle = floatSma(values, period);
  const spread = floatDeviation(values, middle, period);
  const column = (): (number | null)[] => new Array(closes.length).fill(null);
  const [upper, lower, percentB, width] = [column(), column(), column(), column()];
  for (let index = period - 1; index < values.length; index++) {
    const mean = middle[index] ?? 0;
    const half = (spread[index] ?? 0) * deviations;
    upper[index] = mean + half;
    lower[index] = mean - half;
    if (half !== 0) percentB[index] = ((values[index] ?? 0) - (mean - half)) / (2 * half);
    if (mean !== 0) width[index] = (2 * half) / mean;
  }
  return { middle: toColumn(middle), upper, lower, percent_b: percentB, width };
}
