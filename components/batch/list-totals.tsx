"use client";

import { useTranslations } from "next-intl";
import type { FleetComputed } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { weakest } from "@/lib/market/core/compose-market";
import { Figure } from "../ui/figure";
import { Provenance } from "../ui/provenance";
import { Stat, Stats } from "../ui/stat";
import { useFigures } from "../ui/units-provider";
import { moneyDigits } from "./column-digits";
import { OddPrices } from "./odd-prices";

const MOST_NAMED = 6;

/** What the list earns a day, what that is made of, and what is assumed or left out. */
export function ListTotals({ computed }: { computed: FleetComputed }) {
  const t = useTranslations("batch.totals");
  const mend = useTranslations("batch.mend");
  const show = useFigures();
  const { totals, counts, market } = computed;
  const { btc_price, difficulty, block_subsidy_sats, fees_sats_per_block } = market;
  const origin = weakest([btc_price, difficulty, block_subsidy_sats, fees_sats_per_block]);
  const money = (usd: number, signed = false) => show.usd(usd, { signed, digits: moneyDigits([usd]) });
  // Where a price is assumed, the list may well have one, in a column that nobody recognised.
  const unread = computed.columns.flatMap(({ field, heading, repeats }) =>
    field === null && !repeats && heading !== "" ? [heading] : [],
  );
  const list = (headings: readonly string[]) =>
    headings
      .slice(0, MOST_NAMED)
      .map((name) => mend("quoted", { name }))
      .join(mend("and"));
  const notes = [
    ...(counts.wrong > 0 ? [t("wrong", { count: counts.wrong })] : []),
    ...(computed.rows_at_assumed_cost > 0
      ? [
          t("assumed", {
            count: computed.rows_at_assumed_cost,
            price: inlineFigure(show.powerPrice(computed.assumed_electricity_cost)),
          }),
          ...(unread.length > 0 ? [t("unread", { count: unread.length, columns: list(unread) })] : []),
        ]
      : []),
    ...(counts.totals > 0 ? [t("totalsLeftOut", { count: counts.totals })] : []),
    ...(counts.blank > 0 ? [t("blankLeftOut", { count: counts.blank })] : []),
  ];
  return (
    <section aria-label={t("title")} className="grid gap-2">
      <Stats dense>
        <Stat
          wide
          label={t("profit")}
          value={<Figure {...money(totals.daily_profit, true)} tone="hero" className="text-xl" />}
          note={<Provenance source="computed" state={origin.state} asOf={origin.as_of} />}
        />
        <Stat
          label={t("losing")}
          value={<Figure {...show.number(totals.rows_losing)} tone={totals.rows_losing > 0 ? "down" : "plain"} />}
          note={t("ofRows", { count: totals.rows_ok })}
        />
        <Stat label={t("revenue")} value={<Figure {...money(totals.daily_revenue)} />} />
        <Stat label={t("cost")} value={<Figure {...money(totals.daily_cost)} />} />
        <Stat
          label={t("machines")}
          value={<Figure {...show.number(totals.machines)} />}
          note={<Figure {...show.efficiency(totals.efficiency_j_per_th)} />}
        />
        <Stat label={t("hashrate")} value={<Figure {...show.hashrate(totals.hashrate_th)} />} />
        <Stat label={t("power")} value={<Figure {...show.power(totals.power_w)} />} />
      </Stats>
      <OddPrices computed={computed} />
      {notes.length > 0 && (
        <ul className="grid gap-1 text-muted">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
