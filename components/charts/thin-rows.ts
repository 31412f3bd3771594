import type { ChartRow } from "./chart-row";

/** More points than a screen has pixels are drawn for nobody. */
const MOST_DRAWN = 1_200;

/**
 * Rows to draw of many: the first, the last, and of each stretch between them those in which a series is at its lowest and
 * its highest, so that no peak is lost. Table and file have all.
 */
export function thinRows(rows: readonly ChartRow[], keys: readonly string[], most = MOST_DRAWN): readonly ChartRow[] {
  if (rows.length <= most || keys.length === 0) return rows;
  const stretches = Math.max(1, Math.floor((most - 2) / (2 * keys.length)));
  const length = Math.ceil(rows.length / stretches);
  const kept = new Set([0, rows.length - 1]);
  for (let start = 0; start < rows.length; start += length) {
    const end = Math.min(start + length, rows.length);
    for (const key of keys) for (const index of extremes(rows, key, start, end)) kept.add(index);
  }
  return rows.filter((_, index) => kept.has(index));
}

/** Where a series is lowest and highest between two rows; nowhere where it has no values. */
function extremes(rows: readonly ChartRow[], key: string, start: number, end: number): number[] {
  let [lowest, highest] = [-1, -1];
  const at = (index: number) => rows[index]?.values[key] ?? null;
  for (let index = start; index < end; index++) {
    const value = at(index);
    if (value === null) continue;
    if (lowest < 0 || value < (at(lowest) ?? value)) lowest = index;
    if (highest < 0 || value > (at(highest) ?? value)) highest = index;
  }
  return lowest < 0 ? [] : [lowest, highest];
}
