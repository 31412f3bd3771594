import { figures } from "@/lib/i18n/figures";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { formatNumber } from "@/lib/i18n/number-format";
import type { Locale } from "@/lib/kernel/context";

/** Numbers as they stand inside a formula; `exact` keeps up to eight decimals, as a reader needs who checks by hand. */
export function writeNumber(locale: Locale) {
  const show = figures(locale);
  return {
    exact: (value: number) => formatNumber(locale, value, { digits: [0, 8] }),
    number: (value: number, digits: number | readonly [number, number]) => formatNumber(locale, value, { digits }),
    usd: (value: number, digits = 2) => show.usd(value, { digits }).text,
    percent: (value: number, signed = false) => inlineFigure(show.percent(value, { digits: [0, 2], signed })),
  };
}
