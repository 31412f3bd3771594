const NONE = Number.NaN;

/** The mean of the last `period` values; none while one of them is missing. */
export function floatSma(values: Float64Array, period: number): Float64Array {
  const out = new Float64Array(values.length).fill(NONE);
  // What rounding loses is kept beside the sum (Neumaier): a hundred thousand steps, or one huge value that has gone
  // again, leave it as exact as a sum of what is in it now.
  let sum = 0;
  let lost = 0;
  let known = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? NONE;
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
      const gone = -(values[index - period] ?? 0);
      next = sum + gone;
      lost += Math.abs(sum) >= Math.abs(gone) ? sum - next + gone : gone - next + sum;
      sum = next;
    }
    if (known >= period) out[index] = (sum + lost) / period;
  }
  return out;
}

/** After so many steps a running sum is made anew, so that rounding never adds up. */
const RENEWED_AFTER = 512;

/** The newest value counts `period` times, the oldest once. */
export function floatWma(values: Float64Array, period: number): Float64Array {
  const out = new Float64Array(values.length).fill(NONE);
  const weights = (period * (period + 1)) / 2;
  let [sum, weighted, steps] = [0, NONE, 0];
  for (let end = period; end <= values.length; end++) {
    if (steps++ % RENEWED_AFTER === 0 || Number.isNaN(weighted)) {
      [sum, weighted] = [0, 0];
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

/** The population standard deviation of the last `period` values about `means`, which are theirs. */
export function floatDeviation(values: Float64Array, means: Float64Array, period: number): Float64Array {
  const out = new Float64Array(values.length).fill(NONE);
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
