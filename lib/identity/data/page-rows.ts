/** How a page of a list is asked for: one row more than it shows tells whether there is a next page. */
export const pageArgs = <Id extends string | bigint>(limit: number, cursor: Id | undefined) => ({
  take: limit + 1,
  ...(cursor === undefined || cursor === "" ? {} : { cursor: { id: cursor }, skip: 1 }),
});

/** The rows to show, and the id after which the next page begins; none after the last. */
export function pageOf<Row extends { id: string | bigint }>(
  found: readonly Row[],
  limit: number,
): { rows: Row[]; next: string | null } {
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? String(rows.at(-1)?.id ?? "") : null };
}
