import type { Column } from "./column";

/** Bars of equal length, as columns. */
export type Bars = { high: Column; low: Column; close: Column };

/** Wilder's true range of a bar after the first, which has no close before it. */
export function trueRange({ high, low, close }: Bars, index: number): number {
  const top = high[index] as number;
  const foot = low[index] as number;
  const before = close[index - 1] as number;
  return Math.max(top - foot, Math.abs(top - before), Math.abs(foot - before));
}
