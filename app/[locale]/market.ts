import { cache } from "react";
import type { Locale } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { composeMarket } from "@/lib/market/core/compose-market";
import type { MarketSnapshot } from "@/lib/market/schemas";
import { getMarket } from "@/lib/market/use-cases/current-market";
import { load } from "@/lib/transport/load";

/**
 * The market for a page, read once a request. A page without a database still answers, with the built-in values,
 * plainly marked: the calculator needs nothing else.
 */
export const pageMarket = cache(async (locale: Locale): Promise<MarketSnapshot> => {
  try {
    return await load(getMarket, {}, locale);
  } catch (error) {
    if (error instanceof AppError && error.code !== "unavailable") throw error;
    return composeMarket({ readings: [], lastSnapshot: null, epochs: [] }, new Date());
  }
});
