import { blankColumn, type Column } from "./column";
import { emaStep } from "./ema-step";

/** Simple moving average: the mean of the last `period` values, none while one of them is missing. */
export function sma(values: Column, period: number): Column {
  const out = blankColumn(values.length);
  // What rounding loses is kept beside the sum (Neumaier): a hundred thousand steps, or one huge value that has gone
  // again, leave it as exact as a sum of what is in it now.
  let sum = 0;
  let lost = 0;
  let known = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (Number.isNaN(value)) {
      sum = 0;
      lost = 0;
      known = 0;
      continue;
    }
    let next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    if (++known > period) {
      const gone = -(values[index - period] as number);
      next = sum + gone;
      lost += Math.abs(sum) >= Math.abs(gone) ? sum - next + gone : gone - next + sum;
      sum = next;
    }
    if (known >= period) out[index] = (sum + lost) / period;
  }
  return out;
}

/** Exponential moving average with k = 2 / (period + 1), begun with the SMA of its first period; a gap begins it again. */
export function ema(values: Column, period: number): Column {
  const out = blankColumn(values.length);
  const k = 2 / (period + 1);
  let known = 0;
  let average = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
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

/** After so many steps a running sum is made anew, so that rounding never adds up. */
const RENEWED_AFTER = 512;

/** Linearly weighted moving average: the newest value counts `period` times, the oldest once. */
export function wma(values: Column, period: number): Column {
  const out = blankColumn(values.length);
  const weights = (period * (period + 1)) / 2;
  let sum = 0;
  let weighted = Number.NaN;
  let steps = 0;
  for (let end = period; end <= values.length; end++) {
    if (steps++ % RENEWED_AFTER === 0 || Number.isNaN(weighted)) {
      sum = 0;
      weighted = 0;
      for (let age = 0; age < period; age++) {
        const value = values[end - period + age] as number;
        sum += value;
        weighted += value * (age + 1);
      }
    } else {
      const value = values[end - 1] as number;
      weighted += period * value - sum;
      sum += value - (values[end - 1 - period] as number);
    }
    out[end - 1] = weighted / weights;
  }
  return out;
}
