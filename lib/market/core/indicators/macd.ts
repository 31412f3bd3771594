import type { Column } from "./column";
import { ema } from "./moving-averages";

export type Macd = { macd: Column; signal: Column; histogram: Column };

/** EMA of `fast` minus EMA of `slow`; the signal is the EMA of that over `signal` values, begun with their mean. */
export function macd(closes: readonly number[], fast = 12, slow = 26, signal = 9): Macd {
  const quick = ema(closes, fast);
  const line = subtract(quick, ema(closes, slow));
  const smooth = ema(line, signal);
  return { macd: line, signal: smooth, histogram: subtract(line, smooth) };
}

const subtract = (a: Column, b: Column): Column =>
  a.map((left, index) => {
    const right = b[index] ?? null;
    return left === null || right === null ? null : left - right;
  });
