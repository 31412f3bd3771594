import type { Locale } from "@/lib/kernel/context";
import { csvFile } from "@/lib/platform/spreadsheet/csv-file";
import { xlsxFile } from "@/lib/platform/spreadsheet/xlsx-file";
import type { TEMPLATE_FORMATS } from "../core/import/schemas";
import { templateColumns, templateRows } from "../core/import/template";

type Format = (typeof TEMPLATE_FORMATS)[number];

const CONTENT_TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const SHEET: Record<Locale, string> = { en: "Machines", zh: "矿机" };

/** The file to fill in: headings in the reader's language and two examples. */
export async function templateFile(format: Format, locale: Locale) {
  const columns = templateColumns(locale);
  const rows = templateRows(locale);
  const bytes = format === "csv" ? csvFile(columns, rows) : await xlsxFile(SHEET[locale], columns, rows);
  return { file_name: `machine-import.${format}`, content_type: CONTENT_TYPES[format], bytes };
}
