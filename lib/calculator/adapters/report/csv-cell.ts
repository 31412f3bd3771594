/** What makes a spreadsheet take text for a formula, in half and full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export type CsvValue = string | number | null;

/**
 * A cell as RFC 4180 has it. Numbers stay numbers, with every digit; text that a spreadsheet would run as a formula
 * gets an apostrophe in front.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows to a file: CRLF after each, and the mark by which Excel knows UTF-8. */
export const csvFile = (rows: readonly (readonly CsvValue[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
