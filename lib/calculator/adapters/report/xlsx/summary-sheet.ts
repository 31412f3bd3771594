import type { Row, Sheet } from "write-excel-file/node";
import { absoluteTime } from "@/lib/i18n/time-format";
import { eyebrow, headline, outlook, plain, warningTexts } from "../answer-text";
import type { Report, ReportScenario } from "../report";
import type { Words } from "../words";
import { cell, headerRow, heading, utcDate, widths } from "./cells";
import { SUMMARY_FACTS, type SummaryFact } from "./summary-facts";

/** The answer in words, then every figure of it, the scenarios side by side. */
export function summarySheet(report: Report, words: Words): Sheet<never> {
  const { scenarios, madeAt, link, pinnedAt } = report;
  const { t, locale } = words;
  return {
    sheet: t("sheets.summary"),
    columns: widths(38, 16, ...scenarios.map(() => 26)),
    data: [
      [heading(`HashInsight${t("separator")}${t("kicker")}`)],
      ...scenarios.flatMap((scenario): Row[] => [
        [cell(titleOf(scenario, report, words), "plain", { fontWeight: "bold" })],
        [cell(plain(headline(words, scenario)))],
        [cell(plain(outlook(words, scenario)))],
        ...warningTexts(words, scenario).map((text): Row => [cell(text, "plain", { textColor: "#9a3412" })]),
      ]),
      ...(pinnedAt ? [[cell(t("marketPinned", { time: absoluteTime(locale, pinnedAt) }))]] : []),
      [],
      headerRow(
        [t("columns.figure"), t("columns.unit"), ...scenarios.map((scenario) => columnName(scenario, report, words))],
        (index) => index > 1,
      ),
      ...SUMMARY_FACTS.map((fact) => factRow(fact, scenarios, words)),
      [],
      [cell(t("columns.made")), null, cell(utcDate(madeAt), "time", { align: "left" })],
      [cell(t("columns.link")), null, cell(link)],
      [cell(t("disclaimer"))],
    ],
  };
}

const titleOf = (scenario: ReportScenario, { scenarios }: Report, words: Words): string => {
  const text = eyebrow(words, scenario);
  return scenarios.length > 1 ? words.t("lettered", { letter: scenario.letter, text }) : text;
};

const columnName = (scenario: ReportScenario, report: Report, words: Words): string =>
  report.scenarios.length > 1 ? titleOf(scenario, report, words) : words.t("columns.value");

function factRow(fact: SummaryFact, scenarios: readonly ReportScenario[], { t }: Words): Row {
  return [
    cell(t(`facts.${fact.key}`)),
    cell(fact.unit && t(`units.${fact.unit}`)),
    ...scenarios.map(({ result }) => {
      const reason = fact.reason?.(result);
      return cell(fact.value(result) ?? (reason ? t(`reasons.${reason}`) : null), fact.format, { align: "right" });
    }),
  ];
}
