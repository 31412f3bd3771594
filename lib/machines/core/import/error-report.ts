import type { CsvValue } from "@/lib/kernel/csv-cell";
import type { ImportField } from "./import-fields";
import type { ImportCellError, ImportColumn, ImportRow } from "./schemas";

/** What the report says, in the reader's language. */
export type ReportWords = {
  headings: { row: string; column: string; field: string; value: string; problem: string };
  field(field: ImportField): string;
  problem(error: ImportCellError): string;
  known(row: ImportRow): string;
};

/** Every row of a file that isn't simply added, with the cell and the reason: one line a fault. */
export function errorReport(
  rows: readonly ImportRow[],
  columns: readonly ImportColumn[],
  words: ReportWords,
): CsvValue[][] {
  const { headings } = words;
  const headingOf = (column: number | null) => columns.find((known) => known.column === column)?.heading ?? "";
  const lines = rows.flatMap((row): CsvValue[][] =>
    row.state === "known"
      ? [[row.row, "", "", row.label, words.known(row)]]
      : row.errors.map((error) => [
          row.row,
          headingOf(error.column),
          words.field(error.field),
          error.text,
          words.problem(error),
        ]),
  );
  return [[headings.row, headings.column, headings.field, headings.value, headings.problem], ...lines];
}
