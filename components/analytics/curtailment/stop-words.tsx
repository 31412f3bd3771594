import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { dateText } from "@/lib/i18n/time-format";
import { useFigures } from "../../ui/units-provider";

type Props = {
  answer: CurtailmentSimulation;
  /** US dollars per PH/s and day, today. */
  hashpriceNow: number;
};

const strong = (parts: ReactNode) => <b className="font-medium text-text">{parts}</b>;

/** At which price to stop: what a MWh earns, then what the rule learned. Any price between two that came is as good to it. */
export function StopWords({ answer, hashpriceNow }: Props) {
  const t = useTranslations("curtailment.answer");
  const locale = useLocale();
  const show = useFigures();
  const { stop_price: stop, price_rule: rule } = answer;
  const usd = (value: number) => show.usd(value).text;
  const perDay = (value: number) => inlineFigure(show.hashprice(value, t("perPhDay")));
  // Chinese sentences follow each other without a space.
  const space = locale === "zh" ? "" : " ";
  const train = { from: dateText(locale, rule.train.from), to: dateText(locale, rule.train.to) };
  return (
    <>
      {stop &&
        t.rich(stop.first_usd_per_mwh === stop.last_usd_per_mwh ? "worth" : "worthRange", {
          b: strong,
          price: usd(stop.fleet_usd_per_mwh),
          first: usd(stop.first_usd_per_mwh),
          last: usd(stop.last_usd_per_mwh),
          hashprice: perDay(answer.hashprice_usd_per_ph_day),
        })}
      {stop && answer.hashprice_source === "history" && (
        <>
          {space}
          {/* What a MWh earns goes with hashprice alone. */}
          {t.rich("worthToday", {
            b: strong,
            price: usd((stop.fleet_usd_per_mwh * hashpriceNow) / answer.hashprice_usd_per_ph_day),
            hashprice: perDay(hashpriceNow),
          })}
        </>
      )}
      {stop && space}
      {rule.train.rule_profit_usd === null
        ? t("ruleBreaks")
        : rule.threshold_usd_per_mwh === null
          ? t("neverStop", train)
          : t("learned", { price: usd(rule.threshold_usd_per_mwh), ...train })}
    </>
  );
}
