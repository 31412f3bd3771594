/** Bars of equal length, as columns. */
export type Bars = { high: readonly number[]; low: readonly number[]; close: readonly number[] };

/** Wilder's true range of a bar after the first, which has no close before it. */
export function trueRange({ high, low, close }: Bars, index: number): number {
  const [top, foot, before] = [high[index] ?? Number.NaN, low[index] ?? Number.NaN, close[index - 1] ?? Number.NaN];
  return Math.max(top - foot, Math.abs(top - before), Math.abs(foot - before));
}
