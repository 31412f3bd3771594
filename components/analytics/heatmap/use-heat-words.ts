import { useLocale, useTranslations } from "next-intl";
import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { formatNumber } from "@/lib/i18n/number-format";
import { useFigures } from "../../ui/units-provider";

const LARGE = 100_000;

/** How the figures of a map are said: short in a cell, exact where one is looked at. */
export function useHeatWords({ figure, against, rows }: Pick<RoiHeatmapAnswer, "figure" | "against" | "rows">) {
  const t = useTranslations("heatmap");
  const locale = useLocale();
  const show = useFigures();
  const most = Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  const cell = (value: number): string => {
    if (figure === "irr_pct") return `${formatNumber(locale, value, { digits: 1, signed: true })}%`;
    if (figure === "roi_days") return formatNumber(locale, value);
    if (most >= LARGE)
      return formatNumber(locale, value, { currency: "USD", compact: true, digits: [0, 1], signed: true });
    // One number of decimals in the whole map: cents only where nothing reaches ten dollars.
    return show.usd(value, { digits: most >= 10 ? 0 : 2, signed: true }).text;
  };
  const exact = (value: number | null): string => {
    if (value === null) return t(figure === "roi_days" ? "never" : "none");
    if (figure === "irr_pct") return inlineFigure(show.percent(value, { digits: 2, signed: true }));
    if (figure === "roi_days") return t("days", { days: show.number(value, { digits: 1 }).text });
    return show.usd(value, { digits: 2, signed: true }).text;
  };
  const first = (value: number | null): string =>
    value === null || figure === "irr_pct" || figure === "roi_days"
      ? exact(value)
      : show.headline(value, { signed: true }).text;
  const price = (usd: number): string => show.usd(usd, { digits: 0 }).text;
  const difficulty = (at: number, digits = 1): string => inlineFigure(show.difficulty(at, { digits }));
  const row = (at: number, digits?: number): string =>
    against === "difficulty" ? difficulty(at, digits) : inlineFigure(show.powerPrice(at, { digits: digits ?? [1, 2] }));
  return { cell, exact, first, price, difficulty, row };
}
