import { DAYS_PER_YEAR } from "@/lib/kernel/units";
import type { Terms } from "./terms";

/**
 * What the machines cost a day as capital: `(price − residual / (1 + r)^T) · annuity(r, T)`, paid daily over the
 * horizon T, for all machines together. 3,000 with 300 left after 3 years at 10 %: 2.9118 a day. Null without a price.
 */
export function capitalCostUsdDay(terms: Terms): number | null {
  if (terms.machinePriceUsd === null) return null;
  const price = terms.machinePriceUsd * terms.quantity;
  const years = terms.horizonMonths / 12;
  const rate = terms.discountRateYear;
  const residualNow = (price * terms.residualShare) / (1 + rate) ** years;
  return (price - residualNow) * dailyAnnuity(rate, years);
}

/** The daily payment that is worth 1 today, over so many years at a yearly rate. */
function dailyAnnuity(rateYear: number, years: number): number {
  const force = Math.log1p(rateYear);
  if (force === 0) return 1 / (years * DAYS_PER_YEAR);
  return Math.expm1(force / DAYS_PER_YEAR) / -Math.expm1(-force * years);
}
