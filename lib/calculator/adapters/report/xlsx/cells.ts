import type { CellObject, Row } from "write-excel-file/node";

/** How Excel shows what stays a full number underneath. */
export const FORMATS = {
  usd: "#,##0.00",
  whole: "#,##0",
  plain: "General",
  share: "0.0%",
  date: "yyyy-mm-dd",
  time: "yyyy-mm-dd hh:mm",
} as const;
export type Format = keyof typeof FORMATS;

type Value = number | string | Date | null;

/** A typed cell: numbers and dates stay what they are, text is never a formula, and nothing is left empty. */
export function cell(value: Value, format: Format = "plain", style: CellObject = {}): CellObject | null {
  if (value === null) return null;
  if (typeof value === "string") return { ...style, value, type: String };
  if (value instanceof Date) return { ...style, value, type: Date, format: FORMATS[format] };
  return { ...style, value, type: Number, format: FORMATS[format] };
}

export const heading = (text: string): CellObject => ({ value: text, type: String, fontWeight: "bold", fontSize: 14 });

const HEADER: CellObject = { fontWeight: "bold", backgroundColor: "#f3f4f6", bottomBorderStyle: "thin", wrap: true };

/** The row above a table; figures are headed at the right, as they stand. */
export const headerRow = (labels: readonly string[], numeric: (index: number) => boolean): Row =>
  labels.map((value, index) => ({ ...HEADER, value, type: String, align: numeric(index) ? "right" : "left" }));

/** Of a date (`2026-01-31`) or an instant; Excel has no time zone, so it is UTC. */
export const utcDate = (iso: string): Date => new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);

export const widths = (...characters: number[]): { width: number }[] => characters.map((width) => ({ width }));
