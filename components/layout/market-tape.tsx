"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FigureState } from "@/lib/market/schemas";
import { Figure } from "../ui/figure";
import { RelativeTime } from "../ui/relative-time";
import { useFigures } from "../ui/units-provider";
import type { LiveMarket } from "./live-market";
import { useLiveMarket } from "./use-live-market";

/** BTC, hashprice and the next change of difficulty, on every page, never older than they say. */
export function MarketTape({ initial }: { initial: LiveMarket }) {
  const t = useTranslations("layout.tape");
  const unit = useTranslations("common.units");
  const show = useFigures();
  const { market } = useLiveMarket(initial);
  const hashprice = market.hashprice_usd_per_ph_day;
  const next = market.next_difficulty_change;
  return (
    <dl aria-label={t("label")} className="hidden items-center gap-5 text-xs text-muted xl:flex">
      <Entry name={t("btc")} state={market.btc_price.state}>
        <Figure {...show.usd(market.btc_price.value, { digits: 0 })} className="font-medium text-text" />
      </Entry>
      <Entry name={t("hashprice")} state={hashprice.state}>
        <Figure {...show.hashprice(hashprice.value, unit("perPhDay"))} className="font-medium text-text" />
      </Entry>
      {next.change_pct !== null && (
        <Entry name={t("next")} state={next.state} className="hidden 2xl:flex">
          <Figure {...show.percent(next.change_pct, { signed: true, digits: 1 })} className="font-medium text-text" />
          {next.expected_at && <RelativeTime iso={next.expected_at} />}
        </Entry>
      )}
    </dl>
  );
}

type EntryProps = { name: string; state: FigureState; className?: string; children: ReactNode };

function Entry({ name, state, className = "flex", children }: EntryProps) {
  const t = useTranslations("common.provenance.state");
  return (
    <div className={`${className} items-baseline gap-1.5 whitespace-nowrap`}>
      <dt>{name}</dt>
      <dd className="flex items-baseline gap-1.5">
        {children}
        {state !== "live" && <span className="text-warn">{t(state)}</span>}
      </dd>
    </div>
  );
}
