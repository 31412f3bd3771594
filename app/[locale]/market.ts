import { cache } from "react";
import type { LiveMarket } from "@/components/layout/live-market";
import type { Locale } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { composeMarket, hashpriceOf } from "@/lib/market/core/compose-market";
import { getNetworkStats } from "@/lib/market/use-cases/get-network-stats";
import { load } from "@/lib/transport/load";

/**
 * The market for a page, read once a request. A page without a database still answers, with the built-in values,
 * plainly marked: the calculator needs nothing else.
 */
export const pageMarket = cache(async (locale: Locale): Promise<LiveMarket> => {
  try {
    return await load(getNetworkStats, {}, locale);
  } catch (error) {
    if (error instanceof AppError && error.code !== "unavailable") throw error;
    const market = composeMarket({ readings: [], lastSnapshot: null, epochs: [] }, new Date());
    const { usd_per_ph_day, sats_per_th_day } = hashpriceOf(market);
    return { ...market, hashprice_usd_per_ph_day: usd_per_ph_day, sats_per_th_day };
  }
});
