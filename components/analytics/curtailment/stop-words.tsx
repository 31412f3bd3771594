import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { dateText } from "@/lib/i18n/time-format";
import { useFigures } from "../../ui/units-provider";

const strong = (parts: ReactNode) => <b className="font-medium text-text">{parts}</b>;

/** At which price to stop: what a MWh earns, then what the rule learned. Any price between two that came is as good to it. */
export function StopWords({ answer }: { answer: CurtailmentSimulation }) {
  const t = useTranslations("curtailment.answer");
  const locale = useLocale();
  const show = useFigures();
  const { stop_price: stop, price_rule: rule } = answer;
  const usd = (value: number) => show.usd(value).text;
  const train = { from: dateText(locale, rule.train.from), to: dateText(locale, rule.train.to) };
  return (
    <>
      {stop &&
        t.rich(stop.first_usd_per_mwh === stop.last_usd_per_mwh ? "worth" : "worthRange", {
          b: strong,
          price: usd(stop.fleet_usd_per_mwh),
          first: usd(stop.first_usd_per_mwh),
          last: usd(stop.last_usd_per_mwh),
        })}
      {/* Chinese sentences follow each other without a space. */}
      {stop && locale !== "zh" && " "}
      {rule.train.rule_profit_usd === null
        ? t("ruleBreaks")
        : rule.threshold_usd_per_mwh === null
          ? t("neverStop", train)
          : t("learned", { price: usd(rule.threshold_usd_per_mwh), ...train })}
    </>
  );
}
