import type { CsvValue } from "@/lib/kernel/csv-cell";

/** One column of a list as a file: the same for CSV and Excel. */
export type ExportColumn<Row> = {
  header: string;
  value: (row: Row) => CsvValue;
  /** How Excel shows numbers and dates (`#,##0.00`, `yyyy-mm-dd`); the value underneath stays whole. */
  format?: string;
  /** In characters, for Excel. */
  width?: number;
};
