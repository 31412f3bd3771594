import { hashpriceUsdPerPhDay, satsPerThDay } from "@/lib/kernel/bitcoin/hashprice";
import { SATS_PER_BTC } from "@/lib/kernel/units";
import type { MarketFacts, TodayFigures } from "../schemas";
import { poolReward } from "./pool-reward";
import type { Terms } from "./terms";

/** kWh that 1 W uses in a day: the 0.024 of power cost a PH/s. */
export const KWH_PER_W_DAY = 0.024;

/** kWh a day of all machines together, in the hours that run. */
export const energyKwhDay = (terms: Terms): number =>
  terms.machine.power_w * KWH_PER_W_DAY * terms.quantity * terms.runShare;

/** TH/s of all machines together whose shares the pool counts: after uptime, curtailment and rejects. */
export const paidHashrateTh = (terms: Terms): number =>
  terms.machine.hashrate_th * terms.quantity * terms.runShare * terms.acceptedShare;

/** Formula 5: `E · 0.024 · $/MWh`, the energy of 1 PH/s for a day at full uptime. */
export const powerCostUsdPerPhDay = (efficiencyJPerTh: number, usdPerKwh: number): number =>
  efficiencyJPerTh * KWH_PER_W_DAY * usdPerKwh * 1000;

/**
 * Today's figures for all machines together, by difficulty. A 200 TH/s, 3,500 W machine at 2 % fee, 97 % uptime and
 * $0.06/kWh, at 1.25e14, 317,500,000 sat and $95,000: revenue 9.22866771, energy 4.88880000, net 4.33986771.
 */
export function dailyFigures(terms: Terms, market: MarketFacts): TodayFigures {
  const difficulty = market.difficulty.value;
  const fees = market.fees_sats_per_block.value;
  const subsidy = market.block_subsidy_sats.value;
  const price = market.btc_price.value;
  const sats = satsPerThDay(difficulty, poolReward(terms.pool, subsidy, fees)) * paidHashrateTh(terms);
  const revenue = (sats / SATS_PER_BTC) * price;
  const cost = energyKwhDay(terms) * terms.electricityUsdPerKwh + terms.otherCostsUsdDay;
  return {
    daily_revenue: revenue,
    daily_cost: cost,
    daily_profit: revenue - cost,
    daily_revenue_sats: sats,
    sats_per_th_day: satsPerThDay(difficulty, subsidy + fees),
    hashprice_usd_per_ph_day: hashpriceUsdPerPhDay(difficulty, subsidy + fees, price),
    power_cost_usd_per_ph_day: powerCostUsdPerPhDay(terms.machine.efficiency_j_per_th, terms.electricityUsdPerKwh),
  };
}
