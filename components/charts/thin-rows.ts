/** More points than a screen has pixels are drawn for nobody. */
const MOST_DRAWN = 1_200;

/**
 * Rows to draw: all of them, or every nth, counted from the last one, so that the newest is always there, and the first
 * one, so that the chart begins where it was asked to. Table and file have all.
 */
export function thinRows<Row>(rows: readonly Row[], most = MOST_DRAWN): readonly Row[] {
  if (rows.length <= most) return rows;
  const step = Math.ceil(rows.length / (most - 1));
  return rows.filter((_, index) => index === 0 || (rows.length - 1 - index) % step === 0);
}
