/** An interval of [0, 1] that holds exactly one root; `low` equals `high` where the root itself was met. */
export type RootInterval = { low: number; high: number };

const SMALLEST_INTERVAL = 2 ** -44;

/**
 * Isolates every root in (0, 1] of the polynomial `Σ coefficients[k] · x^k`. In Bernstein's form the number of sign
 * changes bounds the number of roots inside, and 0 or 1 is exact; what has more is halved (de Casteljau), which only
 * takes means, so nothing is lost to rounding even at degree 120. A root that touches zero shrinks to a point.
 */
export function unitRoots(coefficients: readonly number[]): RootInterval[] {
  const found: RootInterval[] = [];
  isolate(bernstein(coefficients), 0, 1, found);
  const atOne = coefficients.reduce((sum, value) => sum + value, 0);
  if (atOne === 0) found.push({ low: 1, high: 1 });
  return found;
}

function isolate(values: Float64Array, low: number, high: number, found: RootInterval[]): void {
  const changes = signChanges(values);
  if (changes === 0) return;
  if (changes === 1) {
    found.push({ low, high });
    return;
  }
  const middle = (low + high) / 2;
  if (high - low < SMALLEST_INTERVAL) {
    found.push({ low: middle, high: middle });
    return;
  }
  const right = values.slice();
  const left = new Float64Array(values.length);
  halve(left, right);
  isolate(left, low, middle, found);
  if (right[0] === 0) found.push({ low: middle, high: middle });
  isolate(right, middle, high, found);
}

/** de Casteljau at ½: `right` comes in as the whole and stays as its right half. */
function halve(left: Float64Array, right: Float64Array): void {
  const last = right.length - 1;
  for (let step = 0; step <= last; step++) {
    left[step] = right[0] as number;
    for (let index = 0; index < last - step; index++) {
      right[index] = ((right[index] as number) + (right[index + 1] as number)) / 2;
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
