import { type AppError, fieldRefusal } from "@/lib/kernel/errors";
import type { FILE_FAULTS } from "@/lib/kernel/file-faults";
import type { SheetLimits } from "./limits";

/** `row` as a spreadsheet numbers it, from 1; `cells` trimmed, without the empty ones at the end. */
export type SheetRow = { row: number; cells: string[] };

/** What a spreadsheet itself can number. */
export const LAST_ROW = 1_048_576;

/** All but tab, line feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/;

/**
 * Collects the rows that hold something. `add` throws `too_large` or `validation` at the first that goes beyond a limit,
 * saying where, so that no more is kept than may be.
 */
export function rowCollector(limits: SheetLimits): {
  rows: SheetRow[];
  add(row: number, given: readonly string[]): void;
} {
  const rows: SheetRow[] = [];
  let characters = 0;
  return {
    rows,
    add(row, given) {
      const cells = given.map((cell) => cell.trim());
      while (cells.at(-1) === "") cells.pop();
      if (cells.length === 0) return;
      if (rows.length === limits.maxRows)
        throw tooLarge("many_rows", `The file has more than ${limits.maxRows} rows: send it in parts.`);
      if (cells.length > limits.maxColumns) {
        throw tooLarge(
          "many_columns",
          `Row ${row} has ${cells.length} columns: at most ${limits.maxColumns} are read.`,
        );
      }
      for (const [column, cell] of cells.entries()) {
        characters += cell.length;
        checkCell(cell, row, column + 1, limits);
      }
      if (characters > limits.maxCharacters) throw tooLarge("heavy", "The file holds too much text: send it in parts.");
      rows.push({ row, cells });
    },
  };
}

function checkCell(cell: string, row: number, column: number, { maxCellLength }: SheetLimits): void {
  const where = `Row ${row}, column ${column}`;
  if (cell.length > maxCellLength) {
    throw invalidRow(row, "too_long", `${where} holds more than ${maxCellLength} characters: shorten it.`);
  }
  if (CONTROL.test(cell)) throw invalidRow(row, "control_character", `${where} holds a control character: delete it.`);
}

/** A file that is refused as a whole: `path` is `file`, and the code says why, for readers in other languages. */
export type FileFault = (typeof FILE_FAULTS)[number];

export const tooLarge = (code: FileFault, message: string): AppError =>
  fieldRefusal("too_large", "file", code, message);

export const unreadable = (code: FileFault, message: string): AppError =>
  fieldRefusal("bad_request", "file", code, message);

/** One thing wrong with the content of a row. */
export const invalidRow = (row: number, code: string, message: string): AppError =>
  fieldRefusal("validation", `rows.${row}`, code, message);
