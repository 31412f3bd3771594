const MOST_STEPS = 100;

/**
 * A root of `f` between `low` and `high`, where it changes sign (Ridders, 1979): the bracket at least halves with each
 * step, and near the root the right digits double. Without a change of sign it is the end that is nearer to zero.
 */
export function ridders(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  let root = Math.abs(fa) < Math.abs(fb) ? a : b;
  if (fa * fb >= 0) return root;
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = (a + b) / 2;
    const fm = f(middle);
    const shape = Math.sqrt(fm * fm - fa * fb);
    if (shape === 0) return middle;
    const next = middle + ((middle - a) * Math.sign(fa - fb) * fm) / shape;
    const fn = f(next);
    const moved = Math.abs(next - root);
    root = next;
    if (fn === 0 || moved <= Number.EPSILON * (1 + Math.abs(next))) break;
    if (fm * fn < 0) [a, fa, b, fb] = middle < next ? [middle, fm, next, fn] : [next, fn, middle, fm];
    else if (fa * fn < 0) [b, fb] = [next, fn];
    else [a, fa] = [next, fn];
  }
  return root;
}
