import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { dateText } from "@/lib/i18n/time-format";
import { SOURCE_NAMES } from "@/lib/market/core/source-names";
import { Chip } from "../../ui/chip";
import { Figure } from "../../ui/figure";
import { Stat, Stats } from "../../ui/stat";
import { useFigures } from "../../ui/units-provider";
import { hoursOff } from "./curtailment-rows";
import { Infeasible } from "./infeasible";

const strong = (parts: ReactNode) => <b className="font-medium text-text">{parts}</b>;

/** What switching off saves, and the price of power from which the fleet should stop. */
export function CurtailmentAnswer({ answer }: { answer: CurtailmentSimulation }) {
  const t = useTranslations("curtailment.answer");
  const locale = useLocale();
  const show = useFigures();
  const {
    total_profit_usd: total,
    always_on_profit_usd: always,
    schedule,
    stop_price: stop,
    price_rule: rule,
  } = answer;
  if (answer.status === "infeasible" || total === null) return <Infeasible answer={answer} />;
  // Chinese sentences follow each other without a space.
  const gap = locale === "zh" ? "" : " ";
  const off = hoursOff(schedule, answer.machines);
  const usd = (value: number) => show.usd(value).text;
  const saved = always === null ? null : total - always;
  const train = { from: dateText(locale, rule.train.from), to: dateText(locale, rule.train.to) };
  return (
    <div className="grid gap-6">
      <div className="grid gap-2.5">
        <p className="flex flex-wrap items-center gap-2 text-xs text-subtle">
          {t("eyebrow", { count: answer.machines, hours: schedule.length })}
          <Chip>{t(`status.${answer.status}`)}</Chip>
          {answer.status === "feasible" && answer.bound_usd !== null && (
            <span>
              {t("gap", {
                bound: usd(answer.bound_usd),
                gap: inlineFigure(show.percent(answer.gap_pct, { digits: [0, 3] })),
              })}
            </span>
          )}
        </p>
        <h2 className="text-xl md:text-2xl">
          {saved === null
            ? t.rich("earns", { figure: () => <Figure {...show.usd(total, { signed: true })} tone="hero" /> })
            : t.rich("saves", {
                figure: () => <Figure {...show.usd(saved, { signed: true })} tone="hero" className="font-medium" />,
              })}
        </h2>
        <p className="max-w-[68ch] text-base text-muted">
          {rule.train.rule_profit_usd === null
            ? t("ruleBreaks")
            : rule.threshold_usd_per_mwh === null
              ? t.rich("neverStop", { b: strong, ...train })
              : t.rich("stopAt", { b: strong, price: usd(rule.threshold_usd_per_mwh), ...train })}
          {gap}
          {stop &&
            t.rich(stop.first_usd_per_mwh === stop.last_usd_per_mwh ? "worth" : "worthRange", {
              b: strong,
              price: usd(stop.fleet_usd_per_mwh),
              first: usd(stop.first_usd_per_mwh),
              last: usd(stop.last_usd_per_mwh),
            })}
        </p>
      </div>
      <Stats>
        <Stat label={t("profit")} value={<Figure {...show.usd(total, { signed: true })} />} note={t("profitNote")} />
        <Stat label={t("alwaysOn")} value={<Figure {...show.usd(always, { signed: true })} />} />
        <Stat
          label={t("off")}
          value={<Figure {...show.number(off.some, { unit: t("hours") })} />}
          note={t("offNote", {
            all: off.all,
            share: inlineFigure(show.percent(off.sharePct, { digits: 1 })),
          })}
        />
        <Stat
          label={t("hashprice")}
          value={<Figure {...show.hashprice(answer.hashprice_usd_per_ph_day, t("perPhDay"))} />}
          note={
            answer.hashprice_source === "given" || answer.hashprice_source === "history"
              ? t(`source.${answer.hashprice_source}`)
              : t("source.today", { source: SOURCE_NAMES[answer.hashprice_source] ?? answer.hashprice_source })
          }
        />
      </Stats>
    </div>
  );
}
