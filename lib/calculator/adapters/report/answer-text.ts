import { inlineFigure } from "@/lib/i18n/inline-figure";
import { turningPoint, verdict } from "../../core/verdict";
import type { ReportScenario } from "./report";
import { machineName, type Words } from "./words";

/** A piece of a sentence; the strong ones are the figures that it is about. */
export type Segment = { text: string; strong: boolean };

const MARKS = { b: (words: string) => `<b>${words}</b>` };

/** `10 × Antminer S21 200T at 6.0 ¢/kWh` */
export const eyebrow = (words: Words, scenario: ReportScenario): string =>
  words.page("answer.eyebrow", {
    quantity: scenario.result.assumptions.quantity,
    machine: machineName(words, scenario),
    price: inlineFigure(words.show.powerPrice(scenario.result.assumptions.electricity_cost)),
  });

/** The answer in one sentence, as the page has it. */
export function headline({ page, show }: Words, { result }: ReportScenario): Segment[] {
  const { daily_profit, investment, assumptions } = result;
  const amount = show.usd(Math.abs(daily_profit)).text;
  const values = {
    ...MARKS,
    profit: amount,
    loss: amount,
    months: Math.ceil(investment.payback_months ?? 0),
    horizon: assumptions.horizon_months,
  };
  return segments(page.markup(`answer.${verdict(result)}`, values));
}

/** What moves the answer: the share of the costs, where it would turn, and how sure it is. */
export function outlook({ locale, page, show }: Words, { result }: ReportScenario): Segment[] {
  const { daily_revenue, daily_cost, payback_probability, assumptions } = result;
  const share = show.percent((100 * daily_cost) / daily_revenue, { digits: 0 });
  const turn = turningPoint(result);
  const sentences = [
    daily_revenue > 0 ? page("answer.share", { share: inlineFigure(share) }) : page("answer.noRevenue"),
    turn &&
      page.markup(`answer.${turn.kind}`, {
        ...MARKS,
        hashprice: show.usd(turn.hashprice).text,
        power: inlineFigure(show.powerPrice(turn.usdPerKwh)),
      }),
    payback_probability !== null &&
      page("answer.odds", { count: Math.round(payback_probability * 100), horizon: assumptions.horizon_months }),
  ].filter((sentence) => typeof sentence === "string");
  // Chinese sentences follow each other without a space.
  return segments(sentences.join(locale === "zh" ? "" : " "));
}

/** What a reader should know before trusting the figures, in the reader's language. */
export const warningTexts = ({ page }: Words, { result }: ReportScenario): string[] =>
  result.warnings.map(({ code, message }) => {
    const key = `assumptions.codes.${code}`;
    return page.has(key as Parameters<typeof page.has>[0]) ? page(key as Parameters<typeof page>[0]) : message;
  });

export const plain = (parts: readonly Segment[]): string => parts.map(({ text }) => text).join("");

/** The text between each pair of marks is strong. */
const segments = (marked: string): Segment[] =>
  marked
    .split(/<\/?b>/)
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
