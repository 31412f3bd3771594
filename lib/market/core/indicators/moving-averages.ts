import { type Column, toColumn, toFloats } from "./column";
import { floatEma, floatSma, floatWma } from "./float-averages";

/** Simple moving average; the first value stands where `period` closes are there. */
export const sma = (values: Column, period: number): Column => toColumn(floatSma(toFloats(values), period));

/** Exponential moving average with k = 2 / (period + 1), begun with the SMA of its first period. */
export const ema = (values: Column, period: number): Column => toColumn(floatEma(toFloats(values), period));

/** Linearly weighted moving average: the newest close counts `period` times, the oldest once. */
export const wma = (values: Column, period: number): Column => toColumn(floatWma(toFloats(values), period));
