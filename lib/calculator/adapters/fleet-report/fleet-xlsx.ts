import writeExcelFile, { type Row, type Sheet } from "write-excel-file/node";
import { excelCell } from "@/lib/platform/spreadsheet/xlsx-file";
import { marketRows } from "../report/market-rows";
import { cell, headerRow, heading, utcDate, widths } from "../report/xlsx/cells";
import { assumedRows } from "./assumed-rows";
import { type FleetReport, type FleetReportWords, fleetReportWords, goodRows } from "./fleet-report";
import { rowColumns } from "./row-columns";

/** A workbook to reckon on with: rows, totals, what they stand on, the market, and what was left out and why. */
export async function fleetXlsx(report: FleetReport): Promise<Uint8Array> {
  const words = fleetReportWords(report.locale);
  const sheets = [
    machineSheet(report, words),
    totalSheet(report, words),
    assumptionSheet(report, words),
    marketSheet(report, words),
    problemSheet(report, words),
  ];
  return new Uint8Array(await writeExcelFile(sheets, { fontFamily: "Calibri", fontSize: 11 }).toBuffer());
}

function machineSheet(report: FleetReport, words: FleetReportWords): Sheet<never> {
  const columns = rowColumns(words);
  return {
    sheet: words.fleet("export.sheets.machines"),
    stickyRowsCount: 1,
    columns: columns.map(({ width = 18 }) => ({ width })),
    data: [
      headerRow(
        columns.map(({ header }) => header),
        (index) => columns[index]?.format !== undefined,
      ),
      ...goodRows(report).map((row) => columns.map(({ value, format }) => excelCell(value(row), format))),
    ],
  };
}

const totalSheet = ({ computed, listName, madeAt }: FleetReport, { t, fleet }: FleetReportWords): Sheet<never> => ({
  sheet: fleet("export.sheets.totals"),
  columns: widths(40, 26),
  data: [
    [heading(`HashInsight${t("separator")}${fleet("export.kicker")}`)],
    [excelCell(fleet("export.list", { name: listName }))],
    [],
    headerRow([fleet("export.columns.figure"), fleet("export.columns.value")], (index) => index > 0),
    ...FACTS.map((name): Row => [cell(fleet(`export.facts.${name}`)), cell(computed.totals[name])]),
    [],
    [cell(t("columns.made")), cell(utcDate(madeAt), "time")],
    [cell(t("disclaimer"))],
  ],
});

const FACTS = [
  ...(["daily_profit", "daily_revenue", "daily_cost", "daily_revenue_sats", "machines", "hashrate_th"] as const),
  ...(["power_w", "efficiency_j_per_th", "rows_ok", "rows_losing", "rows_refused"] as const),
];

const assumptionSheet = ({ computed }: FleetReport, words: FleetReportWords): Sheet<never> => ({
  sheet: words.fleet("export.sheets.assumptions"),
  columns: widths(42, 22, 28),
  data: [
    headerRow(
      (["figure", "value", "origin"] as const).map((key) => words.fleet(`export.columns.${key}`)),
      (index) => index === 1,
    ),
    ...assumedRows(computed, words).map(
      ({ label, value, origin }): Row => [cell(label), cell(value, "plain", { align: "right" }), cell(origin)],
    ),
    [],
    [cell(words.fleet("export.method"))],
  ],
});

const marketSheet = ({ computed }: FleetReport, words: FleetReportWords): Sheet<never> => ({
  sheet: words.fleet("export.sheets.market"),
  columns: widths(30, 26, 24, 20, 18),
  data: [
    headerRow(
      (["figure", "value", "source", "asOf", "state"] as const).map((key) => words.t(`columns.${key}`)),
      (index) => index === 1,
    ),
    ...marketRows(words, computed.market).map(
      ({ label, value, source, asOf, stateWord }): Row => [
        cell(label),
        cell(value),
        cell(source),
        cell(asOf && utcDate(asOf), "time"),
        cell(stateWord),
      ],
    ),
  ],
});

function problemSheet({ rows }: FleetReport, { fleet }: FleetReportWords): Sheet<never> {
  const wrong = rows.flatMap((row) => (row.ok ? [] : row.errors.map((error) => ({ row: row.row, ...error }))));
  return {
    sheet: fleet("export.sheets.problems"),
    stickyRowsCount: 1,
    columns: widths(8, 24, 34, 60),
    data: [
      headerRow(
        (["row", "field", "value", "problem"] as const).map((key) => fleet(`errors.${key}`)),
        (index) => index === 0,
      ),
      ...wrong.map(
        ({ row, field, text, message }): Row => [
          cell(row),
          cell(fleet(`fields.${field}`)),
          excelCell(text),
          cell(message),
        ],
      ),
    ],
  };
}
