/** Bars of equal length, as columns. */
export type Bars = { high: readonly number[]; low: readonly number[]; close: readonly number[] };

/** One bar and the close before it; `NaN` outside of the columns. */
export const barAt = ({ high, low, close }: Bars, index: number) => ({
  high: high[index] ?? Number.NaN,
  low: low[index] ?? Number.NaN,
  close: close[index] ?? Number.NaN,
  previousClose: close[index - 1] ?? Number.NaN,
});

/** Wilder's true range; none for the first bar, which has no close before it. */
export function trueRange(bars: Bars, index: number): number | null {
  if (index === 0) return null;
  const { high, low, previousClose } = barAt(bars, index);
  return Math.max(high - low, Math.abs(high - previousClose), Math.abs(low - previousClose));
}
