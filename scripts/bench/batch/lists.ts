import { csvFile } from "@/lib/platform/spreadsheet/csv-file";
import type { ExportColumn } from "@/lib/platform/spreadsheet/export-column";
import { xlsxFile } from "@/lib/platform/spreadsheet/xlsx-file";
import { messyFleet } from "./messy-fleet";

export const LIST_ROWS = 9_999;

/** The same list of machines as CSV and as a workbook, two rows in a hundred wrong. */
export async function lists(): Promise<{ name: string; type: string; bytes: Uint8Array }[]> {
  const { table } = messyFleet(LIST_ROWS);
  const [headings = [], ...rows] = table.slice(1);
  const columns: ExportColumn<string[]>[] = headings.map((header, at) => ({
    header,
    value: (cells) => (at === 1 || at === 2 ? (asNumber(cells[at]) ?? null) : (cells[at] ?? null)),
  }));
  const xlsx = await xlsxFile("Fleet", columns, rows);
  return [
    { name: "fleet.csv", type: "text/csv", bytes: csvFile(columns, rows) },
    { name: "fleet.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes: xlsx },
  ];
}

const asNumber = (text = ""): string | number => (text !== "" && Number.isFinite(Number(text)) ? Number(text) : text);
