import { KWH_PER_W_DAY, powerCostUsdPerPhDay } from "@/lib/calculator/core/daily-figures";

/** Formula 5: the price of power at which energy eats all of the hashprice. $48.5412776 at 17.5 J/TH: $0.115574/kWh. */
export const breakEvenUsdPerKwh = (hashpriceUsdPerPhDay: number, efficiencyJPerTh: number): number =>
  hashpriceUsdPerPhDay / (efficiencyJPerTh * KWH_PER_W_DAY * 1000);

/** What a PH/s leaves a day after its power. */
export const leftUsdPerPhDay = (hashpriceUsdPerPhDay: number, efficiencyJPerTh: number, usdPerKwh: number): number =>
  hashpriceUsdPerPhDay - powerCostUsdPerPhDay(efficiencyJPerTh, usdPerKwh);
