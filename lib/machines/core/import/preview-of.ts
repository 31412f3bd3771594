import { guessColumns } from "./guess-columns";
import { type Known, readRows } from "./read-rows";
import { type ImportPreview, type Mapping, REQUIRED_FIELDS } from "./schemas";

type SheetRow = { row: number; cells: readonly string[] };

/** What an import of a file's rows would do; the first row holds the headings. */
export function previewOf(
  fileName: string,
  [heading, ...rows]: readonly SheetRow[],
  mapping: Mapping | undefined,
  known: Known,
): ImportPreview {
  const columns = guessColumns(heading?.cells ?? [], rows[0]?.cells ?? [], mapping);
  const missing = REQUIRED_FIELDS.filter((field) => !columns.some((column) => column.field === field));
  const read = missing.length > 0 ? [] : readRows(rows, columns, known);
  const count = (state: string) => read.filter((row) => row.state === state).length;
  return {
    file_name: fileName,
    columns,
    missing,
    rows: read,
    counts: { ready: count("ready"), known: count("known"), wrong: count("wrong") },
  };
}
