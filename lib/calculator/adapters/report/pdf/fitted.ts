import { inlineFigure } from "@/lib/i18n/inline-figure";
import type { Words } from "../words";

/** Sums from here on are shortened (`$1.23M`), so that a column never runs into the next one. */
const WIDE_USD = 1e7;
/** A thousand bitcoin and more are no longer counted in satoshi. */
const WIDE_SATS = 1e11;

type Options = { digits?: number; signed?: boolean };

/** US dollars for a narrow place; `widest` is the largest of a column that is to be written alike. */
export function fittedUsd({ show }: Words, value: number | null, options: Options = {}, widest = value): string {
  const { digits = 0, signed = false } = options;
  // Cents take two places more.
  if (Math.abs(widest ?? 0) < (digits > 0 ? WIDE_USD / 10 : WIDE_USD)) return show.usd(value, { digits, signed }).text;
  return show.usd(value, { digits: 2, compact: true, signed }).text;
}

/** Coins in the reader's unit, large amounts in bitcoin. */
export function fittedCoin({ show }: Words, sats: number | null): string {
  if (sats === null || sats < WIDE_SATS) return inlineFigure(show.coin(sats));
  return inlineFigure(show.number(sats / 1e8, { digits: 2, unit: "BTC" }));
}
