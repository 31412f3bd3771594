/** On-balance volume: 0 at the first bar, then plus the volume of a bar that closed higher, minus that of one that closed lower. */
export function obv(closes: readonly number[], volumes: readonly number[]): number[] {
  const out: number[] = new Array(closes.length).fill(0);
  let sum = 0;
  for (let index = 1; index < closes.length; index++) {
    const change = (closes[index] ?? 0) - (closes[index - 1] ?? 0);
    if (change > 0) sum += volumes[index] ?? 0;
    else if (change < 0) sum -= volumes[index] ?? 0;
    out[index] = sum;
  }
  return out;
}
