/**
 * The bar at the foot of a phone holds five things. A short menu stands there whole, with the search; of a longer one
 * the first four, and the rest is behind "More".
 */
export function splitMenu<T>(menu: readonly T[]): { bar: T[]; rest: T[] } {
  return menu.length <= 4 ? { bar: [...menu], rest: [] } : { bar: menu.slice(0, 4), rest: menu.slice(4) };
}
