import writeExcelFile, { type CellObject } from "write-excel-file/node";
import type { CsvValue } from "@/lib/kernel/csv-cell";
import { AppError } from "@/lib/kernel/errors";
import type { ExportColumn } from "./export-column";

const MOST_ROWS = 1_048_575;
/** What Excel keeps of one cell. */
const LONGEST_TEXT = 32_767;
const INSTANT = "yyyy-mm-dd hh:mm:ss";
const HEADER: CellObject = { type: String, fontWeight: "bold", backgroundColor: "#f3f4f6" };

/**
 * A list as a workbook with one sheet: numbers and dates typed (dates in UTC: Excel knows no zones), every text a text,
 * whatever it begins with. A number with more digits than Excel's fifteen is rounded, unless it is a `bigint`: that
 * becomes text. Throws `too_large` beyond Excel's last row.
 */
export async function xlsxFile<Row>(
  sheetName: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> {
  if (rows.length > MOST_ROWS)
    throw new AppError("too_large", "Excel has no room for so many rows: choose CSV, or fewer rows.");
  const table = [
    columns.map(({ header }) => ({ ...HEADER, value: plainText(header) })),
    ...rows.map((row) => columns.map(({ value, format }) => excelCell(value(row), format))),
  ];
  const bytes = await writeExcelFile(table, {
    sheet: sheetTitle(sheetName),
    columns: columns.map(({ width = 18 }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Uint8Array(bytes);
}

/** A typed cell: text never runs as a formula, and what is not finite is left empty. */
export function excelCell(value: CsvValue, format?: string): CellObject | null {
  if (value === null) return null;
  if (typeof value === "string") return { type: String, value: plainText(value) };
  if (typeof value === "boolean") return { type: Boolean, value };
  if (value instanceof Date) return { type: Date, value, format: format ?? INSTANT };
  if (typeof value === "bigint" && !Number.isSafeInteger(Number(value))) return { type: String, value: String(value) };
  const number = Number(typeof value === "object" ? value.toFixed() : value);
  return Number.isFinite(number) ? { type: Number, value: number, ...(format ? { format } : {}) } : null;
}

/** Excel reads `_x0041_` as the character of that number, unless the underscore itself is written so. */
const plainText = (text: string): string => text.slice(0, LONGEST_TEXT).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");

/** Excel takes at most 31 characters, without its own signs and with no apostrophe at the ends. */
const sheetTitle = (name: string): string =>
  name
    .replace(/[\p{Cc}[\]:*?/\\]/gu, " ")
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/g, "")
    .trim() || "Sheet 1";
