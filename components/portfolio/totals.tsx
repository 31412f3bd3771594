"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Portfolio, PortfolioSummary } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { Figure } from "../ui/figure";
import { Provenance } from "../ui/provenance";
import { Spinner } from "../ui/spinner";
import { Stat, Stats } from "../ui/stat";
import { useFigures } from "../ui/units-provider";
import { isBehind } from "./latest-portfolio";

type Props = { portfolio: Portfolio; all: PortfolioSummary["all"]; failing: boolean };

/** What all machines earn today, what that stands on, and whether a write is still on its way into it. */
export function Totals({ portfolio, all, failing }: Props) {
  const t = useTranslations("portfolio.totals");
  const show = useFigures();
  const { assumptions, as_of, state, daily_profit, daily_revenue, hashrate_th, power_w } = portfolio;
  const behind = isBehind(portfolio);
  return (
    <section aria-label={t("title")} className="grid gap-2">
      <div className={behind ? "[&_data]:opacity-60" : ""}>
        <Stats>
          <Stat
            label={t("profit")}
            value={<Figure {...show.usd(daily_profit, { signed: true })} tone="hero" />}
            note={<Provenance source="computed" state={state} asOf={as_of} />}
          />
          <Stat label={t("revenue")} value={<Figure {...show.usd(daily_revenue)} />} />
          <Stat label={t("cost")} value={<Figure {...show.usd(portfolio.daily_cost)} />} />
          <Stat
            label={t("margin")}
            value={<Figure {...show.percent(part(100 * daily_profit, daily_revenue), { digits: 1, signed: true })} />}
          />
          <Stat
            label={t("breakEven")}
            value={<Figure {...show.powerPrice(all.break_even_usd_per_kwh)} />}
            note={t("breakEvenNote")}
          />
        </Stats>
        <Stats className="-mt-px">
          <Stat label={t("machines")} value={<Figure {...show.number(portfolio.machines)} />} />
          <Stat label={t("hashrate")} value={<Figure {...show.hashrate(hashrate_th)} />} />
          <Stat label={t("power")} value={<Figure {...show.power(power_w)} />} />
          <Stat label={t("efficiency")} value={<Figure {...show.efficiency(part(power_w, hashrate_th))} />} />
        </Stats>
      </div>
      <p className="flex min-h-6 flex-wrap items-center gap-x-2 text-xs text-subtle">
        <span>
          {t("assumed", {
            method: assumptions.pool_method,
            fee: inlineFigure(show.percent(assumptions.pool_fee_pct)),
            uptime: inlineFigure(show.percent(assumptions.uptime_pct)),
            count: assumptions.machines_at_it,
            price: inlineFigure(show.powerPrice(assumptions.electricity_cost)),
          })}
        </span>
        <Progress behind={behind} failing={failing} />
      </p>
    </section>
  );
}

/** None of nothing. */
const part = (of: number, whole: number): number | null => (whole === 0 ? null : of / whole);

const LATE_AFTER_MS = 5_000;

/** Said to a screen reader too: that figures are on their way, or why they don't come. */
function Progress({ behind, failing }: { behind: boolean; failing: boolean }) {
  const t = useTranslations("portfolio.totals");
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!behind) return;
    const timer = setTimeout(setLate, LATE_AFTER_MS, true);
    return () => clearTimeout(timer);
  }, [behind]);
  const words = failing ? t("failing") : behind ? t(isLate ? "late" : "updating") : "";
  return (
    <span role="status" className="flex items-center gap-1.5 text-muted">
      {words !== "" && !failing && !isLate && <Spinner />}
      {words}
      {words !== "" && !failing && !isLate && "…"}
    </span>
  );
}
