"use client";

import type { PriceFile } from "@/lib/analytics/core/curtailment/price-file";

/** The hourly prices of a file that was dropped, in this tab until it is closed: the address can't hold them. */
export type KeptPrices = { name: string; start: string; usdPerMwh: readonly number[] };

const KEY = "hashinsight.curtailment.prices";

export const pricesOf = (name: string, { start, hours }: PriceFile): KeptPrices => ({
  name,
  start,
  usdPerMwh: hours.map(({ price_usd_per_mwh }) => price_usd_per_mwh),
});

/** Null where there are none, or the browser keeps nothing. */
export function keptPrices(): KeptPrices | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as KeptPrices | null;
    return kept && Array.isArray(kept.usdPerMwh) && kept.usdPerMwh.length > 0 ? kept : null;
  } catch {
    return null;
  }
}

export function keepPrices(prices: KeptPrices): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(prices));
  } catch {
    // A browser that keeps nothing still computes; only a reload asks for the file again.
  }
}
