import { AppError } from "@/lib/kernel/errors";
import type { SentFile } from "@/lib/kernel/file-field";
import { safeFileName } from "@/lib/kernel/file-name";
import { readSheet } from "@/lib/platform/spreadsheet/read-sheet";
import { IMPORT_LIMITS } from "../core/import/schemas";

/**
 * The rows of a file of machines, the heading first, and the file's name as it may be shown. Throws `too_large`,
 * `bad_request` (no such file, or nothing in it) or `validation` (a row is broken).
 */
export async function readMachineSheet(file: SentFile) {
  const name = safeFileName(file.name, "machines.csv");
  const rows = await readSheet(file.bytes, name, {
    maxBytes: IMPORT_LIMITS.bytes,
    maxColumns: IMPORT_LIMITS.columns,
    maxCellLength: IMPORT_LIMITS.cellLength,
  });
  if (rows.length < 2)
    throw new AppError("bad_request", "The file holds no machines: a row of headings, then one machine a row.");
  if (rows.length - 1 > IMPORT_LIMITS.rows)
    throw new AppError("too_large", `The file has more than ${IMPORT_LIMITS.rows} machines: send it in parts.`);
  return { name, rows };
}
