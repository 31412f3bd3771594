import { blankColumn, type Column } from "./column";

/** The population standard deviation of the last `period` values about `means`, which are theirs. */
export function deviation(values: Column, means: Column, period: number): Column {
  const out = blankColumn(values.length);
  for (let end = period; end <= values.length; end++) {
    const mean = means[end - 1] as number;
    let squares = 0;
    for (let at = end - period; at < end; at++) {
      const distance = (values[at] as number) - mean;
      squares += distance * distance;
    }
    out[end - 1] = Math.sqrt(squares / period);
  }
  return out;
}
