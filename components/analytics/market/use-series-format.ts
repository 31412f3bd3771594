import { useLocale, useTranslations } from "next-intl";
import type { ChartFormat } from "@/components/charts/chart-row";
import { useFigures } from "@/components/ui/units-provider";
import type { FigureText } from "@/lib/i18n/figures";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { formatNumber } from "@/lib/i18n/number-format";
import { dateText } from "@/lib/i18n/time-format";
import type { Charted } from "@/lib/market/schemas";

/** How each series is written: on an axis, in the crosshair, and as a figure of the page. */
export function useSeriesFormat(): Record<Charted, ChartFormat & { figure: (value: number) => FigureText }> {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const show = useFigures();
  const x = (day: string) => dateText(locale, day);
  const of = (figure: (value: number) => FigureText, y: ChartFormat["y"]) => ({
    x,
    y,
    value: (value: number) => inlineFigure(figure(value)),
    figure,
  });
  const usd = (value: number, digits: readonly [number, number]) =>
    formatNumber(locale, value, { currency: "USD", compact: true, digits });
  return {
    btc_price: of(
      (value) => show.usd(value, { digits: Math.abs(value) < 100 ? 2 : 0 }),
      (value) => usd(value, [0, 1]),
    ),
    hashprice: of(
      (value) => show.hashprice(value, t("perPhDay")),
      (value) => usd(value, [0, 2]),
    ),
    difficulty: of(
      (value) => show.difficulty(value, Math.abs(value) < 1e12 ? { digits: [2, 4] } : {}),
      (value) => formatNumber(locale, value, { compact: true, digits: [0, 1] }),
    ),
  };
}
