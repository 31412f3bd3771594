import type { Column } from "./column";

/** Simple moving average; the first value stands where `period` closes are there. */
export function sma(values: Column, period: number): Column {
  return values.map((_, index) => meanOf(values, index, period));
}

/** Exponential moving average with k = 2 / (period + 1), begun with the SMA of its first period. */
export function ema(values: Column, period: number): Column {
  const k = 2 / (period + 1);
  let previous: number | null = null;
  return values.map((value, index) => {
    previous = previous === null || value === null ? meanOf(values, index, period) : previous + k * (value - previous);
    return previous;
  });
}

/** Linearly weighted moving average: the newest close counts `period` times, the oldest once. */
export function wma(values: Column, period: number): Column {
  const weights = (period * (period + 1)) / 2;
  return values.map((_, index) => {
    const window = windowOf(values, index, period);
    return window && window.reduce((sum, value, age) => sum + value * (age + 1), 0) / weights;
  });
}

/** Population standard deviation of the last `period` closes. */
export function deviation(values: Column, period: number): Column {
  return values.map((_, index) => {
    const window = windowOf(values, index, period);
    if (!window) return null;
    const mean = window.reduce((sum, value) => sum + value, 0) / period;
    return Math.sqrt(window.reduce((sum, value) => sum + (value - mean) ** 2, 0) / period);
  });
}

function meanOf(values: Column, index: number, period: number): number | null {
  const window = windowOf(values, index, period);
  return window && window.reduce((sum, value) => sum + value, 0) / period;
}

/** The last `period` values up to an index; `null` while one of them is missing. */
function windowOf(values: Column, index: number, period: number): number[] | null {
  if (index + 1 < period) return null;
  const window = values.slice(index + 1 - period, index + 1);
  return window.includes(null) ? null : (window as number[]);
}
