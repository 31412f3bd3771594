/** Rows drawn beyond what is in sight, so that a turn of the wheel meets no empty ground. */
const BEYOND = 8;
/** The window moves by so many rows at a time: between two moves scrolling draws nothing anew. */
const STEP = 4;

type Sight = { scrollTop: number; height: number; rowHeight: number; count: number };

/**
 * Which rows of a long list are drawn: from `first` up to, but without, `last`.
 *
 * @example windowOf({ scrollTop: 3600, height: 720, rowHeight: 36, count: 10_000 }) // { first: 92, last: 133 }
 */
export function windowOf({ scrollTop, height, rowHeight, count }: Sight): { first: number; last: number } {
  const top = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const inSight = Math.ceil(height / rowHeight);
  // Past its end, where the list has just become shorter, its last rows are drawn.
  const first = Math.max(0, Math.floor((Math.min(top, count - inSight) - BEYOND) / STEP) * STEP);
  return { first, last: Math.min(count, first + inSight + 2 * BEYOND + STEP + 1) };
}
