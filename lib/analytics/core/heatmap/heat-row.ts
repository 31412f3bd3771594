export type HeatRow = {
  /** A value for each x; null where there is none. */
  values: (number | null)[];
  /** Where the figure is zero, between the first two neighbours whose signs differ; null where none do. */
  zero: number | null;
};

/** A figure over ascending `xs`, each asked for itself, and where it changes its sign, rising or falling. */
export function heatRow(xs: readonly number[], figure: (x: number) => number | null): HeatRow {
  const values = xs.map(figure);
  const before = values.findIndex((value, at) => isCrossing(value, values[at + 1]));
  const [low, high] = [xs[before], xs[before + 1]];
  return { values, zero: low === undefined || high === undefined ? null : zeroBetween(low, high, figure) };
}

const isCrossing = (value: number | null, next: number | null | undefined): boolean =>
  value !== null && next !== null && next !== undefined && Math.sign(value) !== Math.sign(next);

/** By halves, until no number lies between: the figure has two signs at the ends. */
function zeroBetween(low: number, high: number, figure: (x: number) => number | null): number {
  const sign = Math.sign(figure(low) ?? 0);
  if (sign === 0) return low;
  let [from, to] = [low, high];
  for (;;) {
    const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) return to;
    if (Math.sign(figure(middle) ?? 0) === sign) from = middle;
    else to = middle;
  }
}

/** So many values from one to another, evenly; exactly the ends. */
export const steps = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => (at === count - 1 ? to : from + ((to - from) * at) / (count - 1)));
