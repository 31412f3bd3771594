import type { Locale } from "@/lib/kernel/context";
import { csvFile } from "@/lib/platform/spreadsheet/csv-file";
import type { ExportColumn } from "@/lib/platform/spreadsheet/export-column";
import type { FleetCellError, FleetColumn, FleetRow } from "../core/fleet/schemas";
import { type FleetWords, fleetWords } from "./fleet-words";

type Line = FleetCellError & { row: number };

const CODES = [
  ...(["not_a_number", "required", "unknown_model", "currency", "ambiguous_day", "not_a_day"] as const),
  ...(["too_big", "too_small", "too_fine", "name_format", "invalid_type"] as const),
];

/** Every cell of a list that is wrong, as CSV in the reader's language: a line a fault, with its row and its column. */
export function fleetErrorFile(rows: readonly FleetRow[], columns: readonly FleetColumn[], locale: Locale) {
  const t = fleetWords(locale);
  const headings = new Map(columns.map(({ column, heading }) => [column, heading]));
  const table: ExportColumn<Line>[] = [
    { header: t("errors.row"), value: ({ row }) => row },
    {
      header: t("errors.column"),
      value: ({ column }) => (column === null ? "" : headings.get(column) || letters(column)),
    },
    { header: t("errors.field"), value: ({ field }) => t(`fields.${field}`) },
    { header: t("errors.value"), value: ({ text }) => text },
    { header: t("errors.problem"), value: (line) => problemOf(t, line, locale) },
  ];
  const lines = rows.flatMap(({ row, errors }) => errors.map((error) => ({ row, ...error })));
  return {
    file_name: `${t("errors.file")}.csv`,
    content_type: "text/csv; charset=utf-8",
    bytes: csvFile(table, lines),
  };
}

/** English as it was said, with its limits; another language by the code. */
function problemOf(t: FleetWords, { code, message, candidates = [] }: Line, locale: Locale): string {
  if (locale === "en") return message;
  const known = CODES.find((one) => one === code);
  const problem = t(`errors.codes.${known ?? "other"}`);
  return candidates.length > 0 ? t("errors.candidates", { problem, names: candidates.join(" / ") }) : problem;
}

/** 1 → A, 27 → AA: as a spreadsheet calls a column without a heading. */
const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + ((column - 1) % 26));
