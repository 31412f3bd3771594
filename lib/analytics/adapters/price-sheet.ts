import type { SentFile } from "@/lib/kernel/file-field";
import { safeFileName } from "@/lib/kernel/file-name";
import { readSheet } from "@/lib/platform/spreadsheet/read-sheet";

/** Five years of hours, and the headings: a simulation is of one of them, but files hold several. */
const MOST_ROWS = 43_849;
const PRICE_FILE_BYTES = 4 << 20;

/** The rows of a file of prices, the headings first. Throws as `readSheet`. */
export const readPriceSheet = (file: SentFile) =>
  readSheet(file.bytes, safeFileName(file.name, "prices.csv"), {
    maxBytes: PRICE_FILE_BYTES,
    maxRows: MOST_ROWS,
    maxColumns: 50,
    maxCellLength: 100,
  });
