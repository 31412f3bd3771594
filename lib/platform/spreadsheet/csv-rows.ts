import { CsvError, parse } from "csv-parse/sync";
import { rearm } from "@/lib/kernel/csv-cell";
import type { AppError } from "@/lib/kernel/errors";
import { bareQuotes } from "./bare-quotes";
import { decodeCsv } from "./csv-decode";
import { splitDelimiter } from "./csv-delimiter";
import type { SheetLimits } from "./limits";
import { invalidRow, LAST_ROW, rowCollector, type SheetRow, tooLarge } from "./sheet-rows";

/**
 * The rows of a CSV (RFC 4180, also with semicolons or tabs); an apostrophe that our own exports put in front of a
 * formula is taken off again. A quote inside a cell that none opens is read as it stands. Throws `bad_request` (no text), `validation` (a quote that is wrong, with its line) or
 * `too_large`.
 */
export function csvRows(bytes: Uint8Array, limits: SheetLimits): SheetRow[] {
  const { delimiter, body, skipped } = splitDelimiter(decodeCsv(bytes).replace(/\r\n?/g, "\n"));
  const { rows, add } = rowCollector(limits);
  const read = { rows: 0, lines: skipped };
  try {
    parse(bareQuotes(body, delimiter), {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      // In bytes, of which a character has up to four.
      max_record_size: limits.maxColumns * limits.maxCellLength * 4,
      on_record: (cells: string[], { lines }) => {
        read.rows++;
        read.lines = lines + skipped;
        if (read.rows > LAST_ROW)
          throw tooLarge("many_rows", "The file has too many lines: delete the empty ones, or send it in parts.");
        add(read.rows, cells.map(rearm));
        // Kept already, as far as it may be.
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError ? explain(error, read, skipped) : error;
  }
  return rows;
}

function explain(error: CsvError, read: { rows: number; lines: number }, skipped: number): AppError {
  const row = read.rows + 1;
  const begins = read.lines + 1;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return invalidRow(row, "quote", `The row that begins at line ${begins} opens a quote that is never closed.`);
  }
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return invalidRow(
      row,
      "too_long",
      `The row that begins at line ${begins} is too long, or one of its quotes is not closed.`,
    );
  }
  const line = Number(error.lines ?? begins - skipped) + skipped;
  return invalidRow(
    row,
    "quote",
    `A quote at line ${line} is wrong: put the whole cell in quotes and double those inside.`,
  );
}
