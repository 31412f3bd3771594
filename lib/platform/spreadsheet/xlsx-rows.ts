import { zipSync } from "fflate";
import { type CellValue, readSheet } from "read-excel-file/universal";
import type { SheetLimits } from "./limits";
import { rowCollector, type SheetRow } from "./sheet-rows";
import { checkExtent } from "./xlsx-extent";
import { checkedParts, text } from "./xlsx-parts";
import { damaged } from "./zip-directory";
import { unzipWithin } from "./zip-inflate";

/**
 * The rows of a workbook's first sheet as text: numbers with all their digits, days as `2026-01-31`, instants as
 * `2026-01-31T08:30:00` (a sheet knows no time zone), truth as `TRUE` and `FALSE`, a formula as the value it had.
 * Throws `bad_request`, `validation` or `too_large`.
 */
export async function xlsxRows(bytes: Uint8Array, limits: SheetLimits): Promise<SheetRow[]> {
  const parts = checkedParts(unzipWithin(bytes, limits));
  for (const [name, content] of parts) if (/(?:^|\/)worksheets\//i.test(name)) checkExtent(text(content));
  const { rows, add } = rowCollector(limits);
  for (const [index, cells] of (await firstSheet(parts)).entries()) add(index + 1, cells.map(cellText));
  return rows;
}

/** The reader gets what was checked, packed anew, and not the file: it has no part that we haven't seen. */
async function firstSheet(parts: ReadonlyMap<string, Uint8Array>): Promise<(CellValue | null)[][]> {
  const { buffer } = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    return await readSheet(buffer);
  } catch {
    throw damaged();
  }
}

function cellText(value: CellValue | null | Date): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value instanceof Date ? dateText(value) : String(value);
}

/** To the second: Excel counts in fractions of a day, which miss it by a little. */
function dateText(value: Date): string {
  const year = value.getUTCFullYear();
  if (!(year >= 1899 && year <= 9999)) return "#VALUE!";
  const [day = "", time = ""] = new Date(Math.round(value.getTime() / 1000) * 1000)
    .toISOString()
    .slice(0, 19)
    .split("T");
  // A time without a day lies on the day before the first.
  if (year === 1899) return time;
  return time === "00:00:00" ? day : `${day}T${time}`;
}
