import { useTranslations } from "next-intl";
import { Figure } from "@/components/ui/figure";
import { Provenance } from "@/components/ui/provenance";
import { Stat, Stats } from "@/components/ui/stat";
import { useFigures } from "@/components/ui/units-provider";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";

/** The three figures that a buyer came for, then those of the market that move them, each with its origin. */
export function KeyFacts({ result }: { result: CalculateOutput }) {
  const t = useTranslations("calculator.facts");
  const show = useFigures();
  const { assumptions: given, market } = result;
  const breakEven = result.break_even.operating.electricity_usd_per_mwh;
  const months = result.investment.payback_months;
  return (
    <Stats>
      <Stat
        label={t("profit")}
        value={<Figure {...show.usd(result.daily_profit, { signed: true })} />}
        note={t("revenueLessCosts", {
          revenue: show.usd(result.daily_revenue).text,
          costs: show.usd(result.daily_cost).text,
        })}
      />
      <Stat
        label={t("breakEvenPower")}
        value={breakEven === null ? "–" : <Figure {...show.powerPrice(breakEven / 1000)} />}
        note={t("yourPower", { price: inlineFigure(show.powerPrice(given.electricity_cost)) })}
      />
      <Stat
        label={t("payback")}
        value={months === null ? "–" : t("months", { months: show.number(months, { digits: 1 }).text })}
        note={
          given.machine_price_usd === null
            ? t("noPrice")
            : months === null
              ? t("noPayback")
              : t("ofHorizon", { horizon: given.horizon_months })
        }
      />
      <Stat
        label={t("btcPrice")}
        value={<Figure {...show.usd(market.btc_price.value, { digits: 0 })} />}
        note={
          <Provenance source={market.btc_price.source} state={market.btc_price.state} asOf={market.btc_price.as_of} />
        }
      />
      <Stat
        label={t("difficulty")}
        value={<Figure {...show.difficulty(market.difficulty.value)} />}
        note={
          <Provenance
            source={market.difficulty.source}
            state={market.difficulty.state}
            asOf={market.difficulty.as_of}
          />
        }
      />
      <Stat
        label={t("hashprice")}
        value={<Figure {...show.hashprice(result.hashprice_usd_per_ph_day, t("perPhDay"))} />}
        note={inlineFigure(show.number(result.sats_per_th_day, { digits: 2, unit: t("satPerThDay") }))}
      />
    </Stats>
  );
}
