import { csvText } from "@/lib/kernel/csv-cell";
import type { ExportColumn } from "./export-column";

/** A list as CSV (RFC 4180, UTF-8): `bom` tells Excel the encoding, and is for programs to leave out. */
export function csvFile<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  options: { bom?: boolean } = {},
): Uint8Array {
  const heading = columns.map(({ header }) => header);
  const table = [heading, ...rows.map((row) => columns.map(({ value }) => value(row)))];
  return new TextEncoder().encode(csvText(table, options));
}
