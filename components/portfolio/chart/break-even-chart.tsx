"use client";

import { useLocale, useTranslations } from "next-intl";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { formatNumber } from "@/lib/i18n/number-format";
import { Histogram } from "../../charts/histogram";
import { useFigures } from "../../ui/units-provider";
import { histogramBins } from "./histogram-bins";

type Props = { breakEven: PortfolioSummary["break_even"]; portfolio: PortfolioSummary["portfolio"] };

/** How much hashrate stops to pay at which hashprice, and where the hashprice is today: what lies right of it loses. */
export function BreakEvenChart({ breakEven, portfolio }: Props) {
  const t = useTranslations("portfolio.breakEven");
  const units = useTranslations("common.units");
  const locale = useLocale();
  const show = useFigures();
  const { hashprice_usd_per_ph_day: today, bins: found } = breakEven;
  const bins = histogramBins(found);
  const price = (value: number) => inlineFigure(show.hashprice(value, units("perPhDay")));
  const edge = (value: number) => formatNumber(locale, value, { currency: "USD", digits: [0, 2] });
  const losing = found.reduce((sum, { losing_th }) => sum + losing_th, 0);
  const all = found.reduce((sum, { earning_th }) => sum + earning_th, losing);
  const stretch = (x: string) => {
    const bin = bins.find((one) => one.x === x);
    if (!bin) return x;
    if (bin.isOpen === "below") return t("below", { to: edge(bin.to) });
    return bin.isOpen === "above"
      ? t("above", { from: edge(bin.from) })
      : t("between", { from: edge(bin.from), to: edge(bin.to) });
  };
  return (
    <Histogram
      title={t("title")}
      note={t("note")}
      summary={t("summary", {
        today: price(today),
        losing: inlineFigure(show.percent(all === 0 ? 0 : (100 * losing) / all, { digits: 1 })),
      })}
      bins={bins}
      series={[
        { key: "earning", label: t("earning") },
        { key: "losing", label: t("losing"), color: "var(--color-down)" },
      ]}
      edge={edge}
      now={{ at: today, label: t("today", { price: price(today) }) }}
      format={{
        x: stretch,
        y: (value) => inlineFigure(show.hashrate(value, { digits: 0, compact: true })),
        value: (value) => inlineFigure(show.hashrate(value)),
      }}
      xLabel={t("stretch")}
      filename="hashinsight-break-even"
      height={260}
      origin={{ source: "computed", state: portfolio.state, as_of: portfolio.as_of }}
    />
  );
}
