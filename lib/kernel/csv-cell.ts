/** What a spreadsheet starts a formula with, in every width that Excel takes for it. */
const SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫";

/** Blanks and invisible marks before the sign don't disarm it: some programs trim a cell before they read it. */
const BLANK = "[\\s\\p{Cc}\\p{Cf}]*";

const FORMULA = new RegExp(`^(?:${BLANK}[${SIGNS}]|[\\t\\r\\n])`, "u");
/** Also text that only looks disarmed: so `readSheet` gives back exactly what was written. */
const DISARMED = new RegExp(`^'+(?:${BLANK}[${SIGNS}]|[\\t\\r\\n])`, "u");

/** An exact number that knows its digits, such as a `Decimal`. */
export type Numeral = { toFixed(): string };

export type CsvValue = string | number | bigint | boolean | Date | Numeral | null;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; all other text stays as it is. */
export const disarm = (text: string): string => (FORMULA.test(text) || DISARMED.test(text) ? `'${text}` : text);

/** The text that `disarm` was given. */
export const rearm = (text: string): string => (DISARMED.test(text) ? text.slice(1) : text);

/**
 * A cell as RFC 4180 has it. Numbers stay numbers, with every digit (none, where they are not finite); a date is its
 * ISO instant in UTC; text that a spreadsheet would run as a formula is disarmed.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object") return value.toFixed();
  const safe = disarm(value);
  // Semicolons and tabs are the separators of other languages' spreadsheets.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows to a file's text: CRLF after each, and in front the mark by which Excel knows UTF-8. */
export function csvText(rows: readonly (readonly CsvValue[])[], { bom = true }: { bom?: boolean } = {}): string {
  return `${bom ? "\ufeff" : ""}${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}
