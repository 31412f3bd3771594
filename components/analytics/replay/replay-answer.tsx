import { useLocale, useTranslations } from "next-intl";
import type { HistoricalReplayAnswer } from "@/lib/analytics/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { dateText } from "@/lib/i18n/time-format";
import { SATS_PER_BTC } from "@/lib/kernel/units";
import { Figure } from "../../ui/figure";
import { Stat, Stats } from "../../ui/stat";
import { useFigures } from "../../ui/units-provider";

const SHOWN_DIGITS = [2, 8] as const;

/** What the fleet would have earned, in one figure and one sentence; then what it is made of. */
export function ReplayAnswer({ answer }: { answer: HistoricalReplayAnswer }) {
  const t = useTranslations("replay.answer");
  const locale = useLocale();
  const show = useFigures();
  const { totals, comparison, assumptions: given } = answer;
  const btc = (sats: number) => inlineFigure(show.number(sats / SATS_PER_BTC, { digits: SHOWN_DIGITS, unit: "BTC" }));
  const usd = (value: number, signed = false) => show.headline(value, { signed }).text;
  const { bought } = comparison;
  return (
    <div className="grid gap-6">
      <div className="grid gap-2.5">
        <p className="text-xs text-subtle">
          {t("eyebrow", {
            count: given.machines,
            from: dateText(locale, answer.from),
            to: dateText(locale, answer.to),
            days: totals.days,
          })}
        </p>
        <h2 className="text-xl md:text-2xl">
          {t.rich(totals.profit < 0 ? "lost" : "earned", {
            profit: () => (
              <Figure {...show.headline(totals.profit, { signed: true })} tone="hero" className="font-medium" />
            ),
          })}
        </h2>
        <p className="max-w-[68ch] text-base text-muted">
          {t(totals.capital > 0 ? "sentenceWithMachines" : "sentence", {
            mined: btc(totals.mined_sats),
            running: usd(totals.energy_cost + totals.other_costs),
            machines: usd(totals.capital),
            worth: usd(bought.value_usd),
            gain: usd(bought.gain_usd, true),
          })}
        </p>
        {given.machines_without_cost > 0 && (
          <p role="note" className="max-w-[68ch] border-l-2 border-warn py-1 pl-3">
            {t("withoutCost", { count: given.machines_without_cost })}
          </p>
        )}
      </div>
      <Stats>
        <Stat label={t("mined")} value={<Figure {...show.coin(totals.mined_sats)} />} />
        <Stat label={t("revenue")} value={<Figure {...show.usd(totals.revenue)} />} note={t("revenueNote")} />
        <Stat label={t("energy")} value={<Figure {...show.usd(totals.energy_cost)} />} />
        {totals.other_costs > 0 && <Stat label={t("other")} value={<Figure {...show.usd(totals.other_costs)} />} />}
        {totals.capital > 0 && (
          <Stat
            label={t("afterMachines")}
            value={<Figure {...show.usd(totals.profit - totals.capital, { signed: true })} />}
            note={t("machinesCost", { price: usd(totals.capital) })}
          />
        )}
        {totals.machine_days_off > 0 && (
          <Stat
            label={t("off")}
            value={<Figure {...show.percent((100 * totals.machine_days_off) / totals.machine_days, { digits: 1 })} />}
            note={t("offNote", { count: totals.machine_days_off })}
          />
        )}
      </Stats>
    </div>
  );
}
