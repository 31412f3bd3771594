import { csvFile } from "@/lib/platform/spreadsheet/csv-file";
import { type FleetReport, fleetReportWords, goodRows } from "./fleet-report";
import { rowColumns } from "./row-columns";

/** The rows that could be computed, one a line, with every digit; no cell runs as a formula. */
export const fleetCsv = (report: FleetReport): Uint8Array =>
  csvFile(rowColumns(fleetReportWords(report.locale)), goodRows(report), { bom: true });
