import { type Column, toColumn, toFloats } from "./column";
import { emaStep } from "./ema-step";
import { floatSma, floatWma } from "./float-averages";

/** Simple moving average; the first value stands where `period` closes are there. */
export const sma = (values: Column, period: number): Column => toColumn(floatSma(toFloats(values), period));

/** Exponential moving average with k = 2 / (period + 1), begun with the SMA of its first period; a gap begins it again. */
export function ema(values: Column, period: number): Column {
  const out: (number | null)[] = new Array(values.length).fill(null);
  const k = 2 / (period + 1);
  let known = 0;
  let average = 0;
  for (let index = 0; index < values.length; index++) {
    // Not null: a number that may be one costs an object a bar.
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) {
      known = 0;
      average = 0;
      continue;
    }
    average = emaStep(average, value, ++known, period, k);
    if (known >= period) out[index] = average;
  }
  return out;
}

/** Linearly weighted moving average: the newest close counts `period` times, the oldest once. */
export const wma = (values: Column, period: number): Column => toColumn(floatWma(toFloats(values), period));
