import type { Sheet } from "write-excel-file/node";
import { assumptionRows } from "../assumption-rows";
import { BREAK_EVEN_KEYS, BREAK_EVEN_LEVELS } from "../break-even-keys";
import { marketRows } from "../market-rows";
import type { Report } from "../report";
import type { Words } from "../words";
import { cell, headerRow, utcDate, widths } from "./cells";

/** At which power, price, difficulty, hashprice and efficiency each level stops paying. */
export const breakEvenSheet = ({ scenarios }: Report, { t, page }: Words): Sheet<never> => ({
  sheet: t("sheets.breakEven"),
  stickyRowsCount: 1,
  columns: widths(10, 26, ...BREAK_EVEN_KEYS.map(() => 20)),
  data: [
    headerRow(
      [t("columns.scenario"), t("columns.level"), ...BREAK_EVEN_KEYS.map((key) => t(`columns.${key}`))],
      (index) => index > 1,
    ),
    ...scenarios.flatMap(({ letter, result }) =>
      BREAK_EVEN_LEVELS.map((level) => [
        cell(letter),
        cell(`${page(`breakEven.${level}`)}${t("separator")}${page(`breakEven.${level}Hint`)}`),
        ...BREAK_EVEN_KEYS.map((key) => cell(result.break_even[level][key], key === "difficulty" ? "whole" : "usd")),
      ]),
    ),
  ],
});

/** The market that each scenario stands on: value, source, time and what it is worth. */
export const marketSheet = ({ scenarios }: Report, words: Words): Sheet<never> => ({
  sheet: words.t("sheets.market"),
  stickyRowsCount: 1,
  columns: widths(10, 30, 26, 24, 20, 18),
  data: [
    headerRow(
      (["scenario", "figure", "value", "source", "asOf", "state"] as const).map((key) => words.t(`columns.${key}`)),
      (index) => index === 2 || index === 4,
    ),
    ...scenarios.flatMap((scenario) =>
      marketRows(words, scenario.result.market).map(({ label, value, source, asOf, stateWord }) => [
        cell(scenario.letter),
        cell(label),
        cell(value),
        cell(source),
        cell(asOf && utcDate(asOf), "time"),
        cell(stateWord),
      ]),
    ),
  ],
});

/** Every other value behind the figures, and who gave it. */
export const assumptionSheet = ({ scenarios }: Report, words: Words): Sheet<never> => ({
  sheet: words.t("sheets.assumptions"),
  stickyRowsCount: 1,
  columns: widths(10, 42, 26, 28),
  data: [
    headerRow(
      (["scenario", "figure", "value", "origin"] as const).map((key) => words.t(`columns.${key}`)),
      (index) => index === 2,
    ),
    ...scenarios.flatMap((scenario) =>
      assumptionRows(words, scenario).map(({ label, value, origin }) => [
        cell(scenario.letter),
        cell(label),
        cell(value, "plain", { align: "right" }),
        cell(origin),
      ]),
    ),
    [null, cell(words.page("assumptions.taxRule"))],
  ],
});
