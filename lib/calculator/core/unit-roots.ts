/** An interval of (0, 1) that holds exactly one root; `low` equals `high` where it was closed in on a touching one. */
export type RootInterval = { low: number; high: number };

const SMALLEST_INTERVAL = 2 ** -44;
/** Where an interval is cut: near its middle, but where no root of round numbers lies on the cut itself. */
const CUT = 0.48371;

/**
 * Isolates every root in (0, 1) of the polynomial `Σ coefficients[k] · x^k`. In Bernstein's form the number of sign
 * changes bounds the number of roots inside, and 0 or 1 is exact; what has more is cut in two (de Casteljau), which only
 * takes means, so nothing is lost to rounding even at degree 120. A root that touches zero shrinks to a point.
 */
export function unitRoots(coefficients: readonly number[]): RootInterval[] {
  const found: RootInterval[] = [];
  isolate(bernstein(coefficients), 0, 1, found);
  return found;
}

function isolate(values: Float64Array, low: number, high: number, found: RootInterval[]): void {
  const changes = signChanges(values);
  if (changes === 0) return;
  if (changes === 1) {
    found.push({ low, high });
    return;
  }
  const between = low + (high - low) * CUT;
  if (high - low < SMALLEST_INTERVAL) {
    found.push({ low: between, high: between });
    return;
  }
  const right = values.slice();
  const left = new Float64Array(values.length);
  cutInTwo(left, right);
  isolate(left, low, between, found);
  isolate(right, between, high, found);
}

/** de Casteljau: `right` comes in as the whole and stays as its right part. */
function cutInTwo(left: Float64Array, right: Float64Array): void {
  const last = right.length - 1;
  for (let step = 0; step <= last; step++) {
    left[step] = right[0] as number;
    for (let index = 0; index < last - step; index++) {
      right[index] = (1 - CUT) * (right[index] as number) + CUT * (right[index + 1] as number);
    }
  }
}

/** Coefficients of the same polynomial over Bernstein's basis of [0, 1]: `b_i = Σ_j C(i, j) / C(n, j) · a_j`. */
function bernstein(coefficients: readonly number[]): Float64Array {
  const degree = coefficients.length - 1;
  return Float64Array.from(coefficients, (_, index) => {
    let weight = 1;
    let sum = coefficients[0] ?? 0;
    for (let power = 1; power <= index; power++) {
      weight *= (index - power + 1) / (degree - power + 1);
      sum += weight * (coefficients[power] ?? 0);
    }
    return sum;
  });
}

/** How often the sign changes along the values, zeros left out. */
export function signChanges(values: ArrayLike<number>): number {
  let changes = 0;
  let last = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value === 0) continue;
    if (value * last < 0) changes++;
    last = value > 0 ? 1 : -1;
  }
  return changes;
}
