import { blankColumn, type Column } from "./column";
import { emaStep } from "./ema-step";

export type Macd = { macd: Column; signal: Column; histogram: Column };

/** EMA of `fast` minus EMA of `slow`; the signal is the EMA of that over `signal` values, begun with their mean. */
export function macd(closes: Column, fast = 12, slow = 26, signal = 9): Macd {
  const line = blankColumn(closes.length);
  const smooth = blankColumn(closes.length);
  const histogram = blankColumn(closes.length);
  const [kFast, kSlow, kSignal] = [2 / (fast + 1), 2 / (slow + 1), 2 / (signal + 1)];
  const first = Math.max(fast, slow);
  let [quick, calm, mean] = [0, 0, 0];
  for (let index = 0; index < closes.length; index++) {
    const close = closes[index] as number;
    const known = index + 1;
    quick = emaStep(quick, close, known, fast, kFast);
    calm = emaStep(calm, close, known, slow, kSlow);
    if (known < first) continue;
    const distance = quick - calm;
    const lines = known - first + 1;
    mean = emaStep(mean, distance, lines, signal, kSignal);
    line[index] = distance;
    if (lines < signal) continue;
    smooth[index] = mean;
    histogram[index] = distance - mean;
  }
  return { macd: line, signal: smooth, histogram };
}
