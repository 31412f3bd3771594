import type { Locale } from "../kernel/context";
import { keptFormats } from "./kept-formats";

/** What stands where a value doesn't exist. */
export const NO_VALUE = "–";
export const NBSP = "\u00a0";
const MINUS = "\u2212";

type Options = {
  /** Decimals, always all of them, so that a column lines up. A pair is the least and the most. */
  digits?: number | readonly [number, number];
  /** `+` before what is above zero, for profit and change. */
  signed?: boolean;
  compact?: boolean;
  currency?: "USD";
};

const formats = keptFormats<Intl.NumberFormat>();

function formatter(locale: Locale, options: Options): Intl.NumberFormat {
  const [least, most] =
    typeof options.digits === "object" ? options.digits : [options.digits ?? 0, options.digits ?? 0];
  const key = `${locale} ${least} ${most} ${options.signed} ${options.compact} ${options.currency}`;
  const make = () =>
    new Intl.NumberFormat(locale === "zh" ? "zh-CN" : "en", {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      // Zero, and what rounds to it, has no sign.
      signDisplay: options.signed ? "exceptZero" : "negative",
      ...(options.compact ? { notation: "compact" as const } : {}),
      ...(options.currency
        ? { style: "currency" as const, currency: options.currency, currencyDisplay: "narrowSymbol" as const }
        : {}),
    });
  return formats(key, make);
}

/** `formatNumber("en", -1234.5, { digits: 2 })` → `−1,234.50`, with a true minus sign; `–` where there is no value. */
export function formatNumber(locale: Locale, value: number | null | undefined, options: Options = {}): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  return formatter(locale, options).format(value).replace("-", MINUS);
}
