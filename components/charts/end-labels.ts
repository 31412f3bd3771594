import type { ChartRow, ChartSeries } from "./chart-row";

export type EndLabel = { key: string; label: string; x: string; y: number; at: number };

/**
 * Where each series ends, as the place of its name: `y` is its last value, `at` where the name stands so that no two lie on
 * each other. `height` is the plot's in pixels; `flat` makes values linear on the axis (a logarithm, or nothing).
 */
export function endLabels(
  rows: readonly ChartRow[],
  series: readonly ChartSeries[],
  { height, flat, unflat }: { height: number; flat: (value: number) => number; unflat: (value: number) => number },
): EndLabel[] {
  const ends = series.flatMap(({ key, label }) => {
    const last = rows.findLast((row) => row.values[key] != null);
    const y = last?.values[key];
    return last && y != null ? [{ key, label, x: last.x, y }] : [];
  });
  const values = rows.flatMap((row) => series.map(({ key }) => flat(row.values[key] ?? Number.NaN)));
  const [least, most] = rangeOf(values.filter(Number.isFinite));
  const sorted = ends.toSorted((a, b) => a.y - b.y);
  const places = apart(
    sorted.map(({ y }) => flat(y)),
    (LINE_PX / height) * (most - least),
    most,
  );
  return sorted.map((end, index) => ({ ...end, at: unflat(places[index] ?? flat(end.y)) }));
}

const rangeOf = (values: readonly number[]): [number, number] => [
  values.reduce((least, value) => Math.min(least, value), Infinity),
  values.reduce((most, value) => Math.max(most, value), -Infinity),
];

const LINE_PX = 15;

/**
 * Ascending values, moved away from each other to at least `gap`, each group around its own middle; none above `most`, where
 * the chart ends.
 */
export function apart(values: readonly number[], gap: number, most = Infinity): number[] {
  const groups: { sum: number; count: number }[] = [];
  const middle = ({ sum, count }: { sum: number; count: number }) => sum / count;
  for (const value of values) {
    let group = { sum: value, count: 1 };
    for (let before = groups.at(-1); before; before = groups.at(-1)) {
      const reach = ((before.count + group.count) / 2) * gap;
      if (middle(group) - middle(before) >= reach) break;
      groups.pop();
      group = { sum: before.sum + group.sum, count: before.count + group.count };
    }
    groups.push(group);
  }
  const places = groups.flatMap((group) =>
    Array.from({ length: group.count }, (_, index) => middle(group) + (index - (group.count - 1) / 2) * gap),
  );
  let ceiling = most;
  return places
    .toReversed()
    .map((place) => {
      const kept = Math.min(place, ceiling);
      ceiling = kept - gap;
      return kept;
    })
    .toReversed();
}
