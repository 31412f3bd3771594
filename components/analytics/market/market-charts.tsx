"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ChartFormat, ChartSeries } from "@/components/charts/chart-row";
import { LineChart } from "@/components/charts/line-chart";
import { formatNumber } from "@/lib/i18n/number-format";
import { weakest } from "@/lib/market/core/compose-market";
import type { Charted } from "@/lib/market/schemas";
import { MarketAnswer } from "./market-answer";
import { changePct } from "./market-rows";
import type { MarketStretch } from "./market-stretch";
import type { MarketView } from "./market-view";
import { useSeriesFormat } from "./use-series-format";

type Props = MarketStretch & { view: MarketView };

const SYNC = "market";
const LOW = 220;

/** A series with what its indicators say of it, and the other two beside: one stretch, one crosshair. */
export function MarketCharts({ view, rows, halvings, indicators, market, carriedDays }: Props) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const formats = useSeriesFormat();
  const { series } = view;
  const markers = useMemo(() => halvings.map((x) => ({ x, label: t("halving") })), [halvings, t]);
  const name = t(`series.${series}`);
  const shared = { rows, markers, syncId: SYNC };
  const summary = (of: string, values: readonly (number | null | undefined)[]) => {
    const change = changePct(values);
    return change === null
      ? of
      : t("summary", { of, change: formatNumber(locale, change, { digits: 1, signed: true }) });
  };
  const rsi: ChartFormat = {
    x: formats[series].x,
    y: (value) => formatNumber(locale, value),
    value: (value) => formatNumber(locale, value, { digits: 1 }),
  };
  const others = (["hashprice", "btc_price", "difficulty"] as const).filter((other) => other !== series);
  const originOf = (of: Charted) => {
    if (!market) return undefined;
    const { btc_price, difficulty } = market;
    return { btc_price, difficulty, hashprice: weakest([btc_price, difficulty]) }[of];
  };
  return (
    <div className="grid grid-cols-1 gap-8">
      <MarketAnswer indicators={indicators} />
      <LineChart
        {...shared}
        title={name}
        note={t(`over.note.${view.over}`)}
        summary={summary(
          name,
          rows.map(({ values }) => values[series]),
        )}
        format={formats[series]}
        filename={`hashinsight-${series.replace("_", "-")}`}
        height={320}
        scale={view.scale}
        origin={originOf(series)}
        {...overlays(view, name, t)}
      />
      <LineChart
        {...shared}
        title="RSI 14"
        note={t("rsiNote")}
        summary={t("rsiSummary")}
        format={rsi}
        filename={`hashinsight-${series.replace("_", "-")}-rsi`}
        height={LOW}
        scale={[0, 100]}
        origin={originOf(series)}
        guides={[30, 70]}
        series={[{ key: "rsi_14", label: "RSI" }]}
      />
      <LineChart
        {...shared}
        title="MACD 12 26 9"
        note={t("macdNote")}
        summary={t("macdSummary")}
        format={formats[series]}
        filename={`hashinsight-${series.replace("_", "-")}-macd`}
        height={LOW}
        origin={originOf(series)}
        series={[
          { key: "macd", label: "MACD" },
          { key: "macd_signal", label: t("signal") },
        ]}
        bars={[{ key: "macd_histogram", label: t("histogram") }]}
      />
      {others.map((other) => (
        <LineChart
          key={other}
          {...shared}
          title={t(`series.${other}`)}
          note={t("sameStretch")}
          summary={summary(
            t(`series.${other}`),
            rows.map(({ values }) => values[other]),
          )}
          format={formats[other]}
          filename={`hashinsight-${other.replace("_", "-")}`}
          height={LOW}
          scale={view.scale}
          origin={originOf(other)}
          series={[{ key: other, label: t(`series.${other}`) }]}
        />
      ))}
      {carriedDays > 0 && <p className="text-xs text-subtle">{t("carried", { count: carriedDays })}</p>}
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<"indicators">>;

/** What is drawn with the series in view. */
function overlays({ series, over }: MarketView, name: string, t: Words) {
  const own: ChartSeries = { key: series satisfies Charted, label: name };
  const mean = (days: number): ChartSeries => ({ key: `sma_${days}`, label: t("mean", { days }) });
  switch (over) {
    case "bands":
      return {
        series: [own, { key: "bollinger_middle", label: t("mean", { days: 20 }) }],
        bands: [
          {
            low: { key: "bollinger_lower", label: t("lower") },
            high: { key: "bollinger_upper", label: t("upper") },
          },
        ],
      };
    case "means":
      return { series: [own, mean(20), mean(50), mean(200)] };
    case "previous":
      return { series: [own, { key: "before", label: t("before") }] };
    case "none":
      return { series: [own] };
  }
}
