import type { MarketFacts, TodayFigures } from "../schemas";
import type { BreakEven, BreakEvenLevel } from "./answer-parts";
import { capitalCostUsdDay } from "./capital-cost";
import { energyKwhDay, KWH_PER_W_DAY } from "./daily-figures";
import { finiteOrNull } from "./finite-or-null";
import type { Terms } from "./terms";

const NOWHERE: BreakEvenLevel = {
  electricity_usd_per_mwh: null,
  btc_price_usd: null,
  difficulty: null,
  hashprice_usd_per_ph_day: null,
  efficiency_j_per_th: null,
};

/**
 * Where the machine as configured neither earns nor loses: each of five quantities alone, all else as it is today.
 * Cash covers energy, operating all running costs, full the capital too. No search: all five are linear or inverse.
 */
export function breakEven(terms: Terms, market: MarketFacts, today: TodayFigures): BreakEven {
  const capital = capitalCostUsdDay(terms);
  const level = (fixedUsdDay: number) => breakEvenLevel(terms, market, today, fixedUsdDay);
  return {
    cash: cashBreakEven(terms, market, today),
    operating: level(terms.otherCostsUsdDay),
    full: capital === null ? NOWHERE : level(terms.otherCostsUsdDay + capital),
    gross_electricity_usd_per_mwh: finiteOrNull(
      today.hashprice_usd_per_ph_day / (terms.machine.efficiency_j_per_th * KWH_PER_W_DAY),
    ),
  };
}

/** The level that covers energy alone. */
export const cashBreakEven = (terms: Terms, market: MarketFacts, today: TodayFigures): BreakEvenLevel =>
  breakEvenLevel(terms, market, today, 0);

/** `fixedUsdDay` is what has to be earned a day beside the energy. */
function breakEvenLevel(terms: Terms, market: MarketFacts, today: TodayFigures, fixedUsdDay: number): BreakEvenLevel {
  const kwh = energyKwhDay(terms);
  const toCover = kwh * terms.electricityUsdPerKwh + fixedUsdDay;
  const leftForEnergy = today.daily_revenue - fixedUsdDay;
  // Revenue is proportional to price and to hashprice, and inverse to difficulty.
  const needed = toCover / today.daily_revenue;
  const perJoulePerTh =
    terms.machine.hashrate_th * terms.quantity * terms.runShare * KWH_PER_W_DAY * terms.electricityUsdPerKwh;
  return {
    electricity_usd_per_mwh: finiteOrNull((leftForEnergy / kwh) * 1000),
    btc_price_usd: positiveOrNull(market.btc_price.value * needed),
    difficulty: positiveOrNull(market.difficulty.value / needed),
    hashprice_usd_per_ph_day: positiveOrNull(today.hashprice_usd_per_ph_day * needed),
    efficiency_j_per_th: positiveOrNull(leftForEnergy / perJoulePerTh),
  };
}

/** A price, a difficulty or an efficiency of zero or less doesn't exist. */
const positiveOrNull = (value: number): number | null => (value > 0 ? finiteOrNull(value) : null);
