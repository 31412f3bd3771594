import { useLocale, useTranslations } from "next-intl";
import { Figure } from "@/components/ui/figure";
import { Provenance } from "@/components/ui/provenance";
import { Stat, Stats } from "@/components/ui/stat";
import { useFigures } from "@/components/ui/units-provider";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { dateText } from "@/lib/i18n/time-format";
import { readingsOf } from "@/lib/market/core/readings";
import type { MarketStretch } from "./market-stretch";
import { useSeriesFormat } from "./use-series-format";

type Props = Pick<MarketStretch, "indicators">;

/** Where the series stood on the last day of the stretch, how far it came in it, and what its indicators say then. */
export function MarketAnswer({ indicators }: Props) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const show = useFigures();
  const format = useSeriesFormat()[indicators.series];
  const { latest, first, changePct: change, source, state, as_of } = indicators;
  if (!latest) return null;
  const says = readingsOf(latest);
  const word = (key: "rsi" | "macd" | "bollinger" | "means") => {
    const reading = says[key];
    return reading === null ? t("readings.notYet") : t(`readings.${key}.${reading}` as "readings.rsi.neutral");
  };
  return (
    <section aria-label={t("readings.title")} className="grid gap-2">
      <Stats>
        <Stat
          label={t("readings.on", { series: t(`series.${indicators.series}`), day: dateText(locale, latest.date) })}
          value={<Figure {...format.figure(latest.close)} tone="hero" />}
          note={<Provenance source={source} state={state} asOf={as_of} />}
        />
        <Stat
          label={t("readings.change")}
          value={<Figure {...changeText(change, show)} />}
          note={t("readings.since", { day: dateText(locale, first ?? latest.date) })}
        />
        <Stat label="RSI 14" value={<Figure {...show.number(latest.rsi_14, { digits: 1 })} />} note={word("rsi")} />
        <Stat
          label={t("readings.macdLabel")}
          value={latest.macd === null ? "–" : inlineFigure(format.figure(latest.macd))}
          note={word("macd")}
        />
        <Stat
          label={t("readings.fromMean")}
          value={<Figure {...show.percent(says.fromMean200Pct, { signed: true, digits: 1 })} />}
          note={word("means")}
        />
        <Stat
          label={t("readings.bandsLabel")}
          value={<Figure {...show.number(latest.bollinger_percent_b, { digits: 2 })} />}
          note={word("bollinger")}
        />
      </Stats>
    </section>
  );
}

/** Above ten times what it was, nobody reads per cent. */
const changeText = (change: number | null, show: ReturnType<typeof useFigures>) =>
  change !== null && change > 900
    ? show.number(1 + change / 100, { unit: "×" })
    : show.percent(change, { signed: true, digits: 1 });
