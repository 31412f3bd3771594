/** Numbers of rows as an import takes them: `[2, 3, 4, 9]` → `"2-4,9"`. */
export function rowRanges(rows: readonly number[]): string {
  const parts: { from: number; to: number }[] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last && row <= last.to + 1) last.to = row;
    else parts.push({ from: row, to: row });
  }
  return parts.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(",");
}
