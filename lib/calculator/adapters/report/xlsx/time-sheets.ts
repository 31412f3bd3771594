import type { Row, Sheet } from "write-excel-file/node";
import { yearRows } from "../../../core/year-rows";
import { MONTH_KEYS, type MonthKey, monthValues } from "../month-columns";
import type { Report, ReportScenario } from "../report";
import type { Words } from "../words";
import { cell, type Format, headerRow, utcDate, widths } from "./cells";

const WHOLE: readonly MonthKey[] = ["block_height", "difficulty", "mined_sats"];
const formatOf = (key: MonthKey): Format => (WHOLE.includes(key) ? "whole" : key === "date" ? "date" : "usd");

/** The projection month by month, a sheet a scenario. */
export const monthSheets = ({ scenarios }: Report, words: Words): Sheet<never>[] =>
  scenarios.map((scenario) => ({
    sheet: scenarios.length > 1 ? words.t("sheets.monthsOf", { letter: scenario.letter }) : words.t("sheets.months"),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    orientation: "landscape",
    columns: widths(8, 12, 13, 22, ...MONTH_KEYS.slice(3).map(() => 17)),
    data: [
      headerRow([words.t("columns.month"), ...MONTH_KEYS.map((key) => words.t(`columns.${key}`))], () => true),
      ...monthValues(scenario.result).map((values, index) => [
        cell(index + 1, "whole"),
        ...values.map((value, column) => {
          const format = formatOf(MONTH_KEYS[column] ?? "date");
          return cell(typeof value === "string" ? utcDate(value) : value, format);
        }),
      ]),
    ],
  }));

const SUMS = ["mined_sats", "revenue", "cost", "profit", "tax", "cumulative_profit"] as const;

/** The same year by year, all scenarios in one list. */
export const yearSheet = ({ scenarios }: Report, words: Words): Sheet<never> => ({
  sheet: words.t("sheets.years"),
  stickyRowsCount: 1,
  columns: widths(10, 8, 12, 12, ...SUMS.map(() => 18)),
  data: [
    headerRow(
      (["scenario", "year", "from", "to", ...SUMS] as const).map((key) => words.t(`columns.${key}`)),
      (index) => index > 0,
    ),
    ...scenarios.flatMap(yearsOf),
  ],
});

const yearsOf = ({ letter, result }: ReportScenario): Row[] =>
  yearRows(result.chart_data).map((year) => [
    cell(letter),
    cell(year.number, "whole"),
    cell(utcDate(year.from), "date"),
    cell(utcDate(year.to), "date"),
    ...SUMS.map((key) => cell(year[key], key === "mined_sats" ? "whole" : "usd")),
  ]);
