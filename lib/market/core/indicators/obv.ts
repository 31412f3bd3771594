/** On-balance volume: 0 at the first bar, then plus the volume of a bar that closed higher, minus that of one that closed lower. */
export function obv(closes: readonly number[], volumes: readonly number[]): number[] {
  let sum = 0;
  return closes.map((close, index) => {
    const before = closes[index - 1];
    if (before !== undefined) sum += Math.sign(close - before) * (volumes[index] ?? 0);
    return sum;
  });
}
