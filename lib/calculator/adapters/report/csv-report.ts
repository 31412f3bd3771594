import { type CsvValue, csvText } from "@/lib/kernel/csv-cell";
import { marketTime } from "../../core/market-time";
import { assumptionRows } from "./assumption-rows";
import { MARKET_NAMES } from "./market-rows";
import { MONTH_KEYS, monthValues } from "./month-columns";
import type { Report, ReportScenario } from "./report";
import { reportWords, type Words } from "./words";

/**
 * One tidy table, ready to filter and to pivot: a row a month and scenario. The columns at the right say on which
 * assumptions and which market the row stands, so that no figure is cut off from its origin.
 */
export function csvReport(report: Report): Uint8Array {
  const words = reportWords(report);
  const rows = report.scenarios.flatMap((scenario) => scenarioRows(report, words, scenario));
  return new TextEncoder().encode(csvText([header(report, words), ...rows]));
}

function header({ scenarios }: Report, words: Words): CsvValue[] {
  const [first] = scenarios;
  return [
    words.t("columns.scenario"),
    words.page("assumptions.names.machine"),
    words.t("columns.month"),
    ...MONTH_KEYS.map((key) => words.t(`columns.${key}`)),
    ...(first ? constants(words, first) : []).map(([label]) => label),
    words.t("columns.marketAsOf"),
    words.t("columns.link"),
  ];
}

function scenarioRows(report: Report, words: Words, scenario: ReportScenario): CsvValue[][] {
  const [machine] = assumptionRows(words, scenario);
  const right = [
    ...constants(words, scenario).map(([, value]) => value),
    marketTime(scenario.result.market),
    report.link,
  ];
  return monthValues(scenario.result).map((values, index) => [
    scenario.letter,
    machine?.value ?? null,
    index + 1,
    ...values,
    ...right,
  ]);
}

/** What holds for every month: the assumptions, and the market at the start. */
const constants = (words: Words, scenario: ReportScenario): [string, CsvValue][] => [
  ...assumptionRows(words, scenario)
    .slice(1)
    .map(({ label, value }): [string, CsvValue] => [label, value]),
  ...MARKET_NAMES.map((name): [string, CsvValue] => [
    words.t("columns.atStart", { figure: words.page(`assumptions.names.${name}`) }),
    scenario.result.market[name].value,
  ]),
];
