import { type Column, toColumn, toFloats } from "./column";
import { floatEma } from "./float-averages";

export type Macd = { macd: Column; signal: Column; histogram: Column };

/** EMA of `fast` minus EMA of `slow`; the signal is the EMA of that over `signal` values, begun with their mean. */
export function macd(closes: readonly number[], fast = 12, slow = 26, signal = 9): Macd {
  const values = toFloats(closes);
  const line = subtract(floatEma(values, fast), floatEma(values, slow));
  const smooth = floatEma(line, signal);
  return { macd: toColumn(line), signal: toColumn(smooth), histogram: toColumn(subtract(line, smooth)) };
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let index = 0; index < out.length; index++) out[index] = (a[index] ?? 0) - (b[index] ?? 0);
  return out;
}
