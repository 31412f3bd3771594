/** How much of the whole is done, 0 to 100; 100 only when all of it is. Nothing where that isn't known. */
export function percent(done: number | null, total: number | null): number | null {
  if (done === null || total === null) return null;
  return total === 0 ? 100 : Math.floor((100 * done) / total);
}
