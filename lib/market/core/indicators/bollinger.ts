import type { Column } from "./column";
import { deviation, sma } from "./moving-averages";

export type Bollinger = { upper: Column; middle: Column; lower: Column; percent_b: Column; width: Column };

/**
 * SMA of `period` closes, and `deviations` population standard deviations above and below it. `percent_b` is where the close
 * stands between the bands (0 lower, 1 upper; none where they touch), `width` their distance over the middle.
 */
export function bollinger(closes: readonly number[], period = 20, deviations = 2): Bollinger {
  const middle = sma(closes, period);
  const spread = deviation(closes, period).map((value) => value && value * deviations);
  const at = (index: number, of: (middle: number, spread: number, close: number) => number | null) => {
    const [mean, half, close] = [middle[index] ?? null, spread[index] ?? null, closes[index]];
    return mean === null || half === null || close === undefined ? null : of(mean, half, close);
  };
  const column = (of: (middle: number, spread: number, close: number) => number | null): Column =>
    closes.map((_, index) => at(index, of));
  return {
    middle,
    upper: column((mean, half) => mean + half),
    lower: column((mean, half) => mean - half),
    percent_b: column((mean, half, close) => (half === 0 ? null : (close - (mean - half)) / (2 * half))),
    width: column((mean, half) => (mean === 0 ? null : (2 * half) / mean)),
  };
}
