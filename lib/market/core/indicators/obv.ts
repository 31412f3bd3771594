import type { Column } from "./column";

/** On-balance volume: 0 at the first bar, then plus the volume of a bar that closed higher, minus that of one that closed lower. */
export function obv(closes: Column, volumes: Column): Column {
  const out: Column = new Float64Array(closes.length);
  let sum = 0;
  for (let index = 1; index < closes.length; index++) {
    const change = (closes[index] as number) - (closes[index - 1] as number);
    if (change > 0) sum += volumes[index] as number;
    else if (change < 0) sum -= volumes[index] as number;
    out[index] = sum;
  }
  return out;
}
