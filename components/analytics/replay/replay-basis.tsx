import { useLocale, useTranslations } from "next-intl";
import type { HistoricalReplayAnswer } from "@/lib/analytics/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { dateText } from "@/lib/i18n/time-format";
import { Disclosure } from "../../ui/disclosure";
import { Provenance } from "../../ui/provenance";
import { Section } from "../../ui/section";
import { useFigures } from "../../ui/units-provider";

const MOST_NAMED = 60;

/** What the replay stands on: the terms that were used, and the days that history doesn't know. */
export function ReplayBasis({ answer }: { answer: HistoricalReplayAnswer }) {
  const t = useTranslations("replay.basis");
  const locale = useLocale();
  const show = useFigures();
  const { assumptions: given, carried_days: carried, market } = answer;
  const percent = (value: number) => inlineFigure(show.percent(value));
  const lines = [
    t("power", { price: inlineFigure(show.powerPrice(given.electricity_cost)), count: given.machines_at_it }),
    t("pool", { method: given.pool_method, fee: percent(given.pool_fee_pct) }),
    t("running", { uptime: percent(given.uptime_pct), rejected: percent(given.rejected_pct) }),
    t("ageing", {
      decay: percent(given.hashrate_decay_pct_year),
      other: show.usd(given.other_costs_usd_day).text,
    }),
    t(given.stand_still === "at_a_loss" ? "stands" : "runs"),
    t(given.count_from === "purchase" ? "fromPurchase" : "fromStart"),
  ];
  return (
    <Section id="basis" title={t("title")}>
      <ul className="grid max-w-[76ch] list-disc gap-1 pl-5 text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t("carried", { count: carried.length })}</li>
      </ul>
      <div className="mt-3 flex flex-wrap gap-x-8 gap-y-1 text-xs text-subtle">
        {(["btc_price", "difficulty"] as const).map((name) => (
          <span key={name} className="flex gap-2">
            {t(`origin.${name}`)}
            <Provenance source={market[name].source} state={market[name].state} asOf={market[name].as_of} />
          </span>
        ))}
      </div>
      {carried.length > 0 && (
        <div className="mt-3">
          <Disclosure title={t("carriedDays")} note={t("carriedNote")}>
            <p className="text-xs leading-relaxed text-muted">
              {carried
                .slice(0, MOST_NAMED)
                .map((day) => dateText(locale, day))
                .join(t("separator"))}
              {carried.length > MOST_NAMED && t("more", { count: carried.length - MOST_NAMED })}
            </p>
          </Disclosure>
        </div>
      )}
    </Section>
  );
}
