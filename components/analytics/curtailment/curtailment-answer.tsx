import { useTranslations } from "next-intl";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { SOURCE_NAMES } from "@/lib/market/core/source-names";
import { Chip } from "../../ui/chip";
import { Figure } from "../../ui/figure";
import { Stat, Stats } from "../../ui/stat";
import { useFigures } from "../../ui/units-provider";
import { hoursOff } from "./curtailment-rows";
import { Infeasible } from "./infeasible";
import { StopWords } from "./stop-words";

/** What switching off saves, and the price of power from which the fleet should stop. */
export function CurtailmentAnswer({ answer, hashpriceNow }: { answer: CurtailmentSimulation; hashpriceNow: number }) {
  const t = useTranslations("curtailment.answer");
  const show = useFigures();
  const { total_profit_usd: total, always_on_profit_usd: always, schedule } = answer;
  if (answer.status === "infeasible" || total === null) return <Infeasible answer={answer} />;
  const off = hoursOff(schedule, answer.machines);
  const usd = (value: number) => show.usd(value).text;
  const saved = always === null ? null : total - always;
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
            ? t.rich("earns", { figure: () => <Figure {...show.headline(total, { signed: true })} tone="hero" /> })
            : t.rich("saves", {
                figure: () => (
                  <Figure {...show.headline(saved, { signed: true })} tone="hero" className="font-medium" />
                ),
              })}
        </h2>
        <p className="max-w-[68ch] text-base text-muted">
          <StopWords answer={answer} hashpriceNow={hashpriceNow} />
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
