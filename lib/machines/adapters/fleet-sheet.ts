import { fieldRefusal } from "@/lib/kernel/errors";
import type { SentFile } from "@/lib/kernel/file-field";
import { safeFileName } from "@/lib/kernel/file-name";
import { kindOf } from "@/lib/platform/spreadsheet/file-kind";
import { readSheet } from "@/lib/platform/spreadsheet/read-sheet";
import type { SheetRow } from "@/lib/platform/spreadsheet/sheet-rows";
import { FLEET_LIMITS } from "../core/fleet/schemas";

/** The name of a list as it may be shown. Throws `bad_request` for a file that can be none, before anybody waits for it. */
export function checkFleetFile({ name, bytes }: SentFile): string {
  const shown = safeFileName(name, "fleet.csv");
  kindOf(bytes, shown);
  return shown;
}

/** The rows of a list of machines, its heading among them. Throws as `readSheet`, and `bad_request` where it is empty. */
export async function readFleetSheet({ name, bytes }: SentFile): Promise<SheetRow[]> {
  const rows = await readSheet(bytes, name, {
    maxBytes: FLEET_LIMITS.bytes,
    maxRows: FLEET_LIMITS.rows + 1,
    maxColumns: FLEET_LIMITS.columns,
    maxCellLength: FLEET_LIMITS.cellLength,
  });
  if (rows.length === 0) throw fieldRefusal("bad_request", "file", "empty", "The list is empty.");
  return rows;
}
