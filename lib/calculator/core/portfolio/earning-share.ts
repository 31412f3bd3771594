import type { MarketFacts } from "../../schemas";
import { dailyFigures, energyKwhDay } from "../daily-figures";
import { resolveTerms } from "../terms";

const UNIT = { quantity: 1, hashrate_th: 1, power_w: 1, electricity_cost: 0 };

/** kWh a day that each watt of a kept machine uses, with the calculator's defaults. */
export const kwhPerWatt = (today: string): number => energyKwhDay(resolveTerms(UNIT, null, today));

/**
 * Today's hashprice, and the part of it that a kept machine is paid: after pool fee, uptime and rejects. A machine's
 * costs per PH/s over that part are the hashprice at which it neither earns nor loses.
 */
export function paidPart(market: MarketFacts, today: string): { hashprice: number; paid: number } {
  const { daily_revenue, hashprice_usd_per_ph_day: hashprice } = dailyFigures(resolveTerms(UNIT, null, today), market);
  return { hashprice, paid: (daily_revenue * 1_000) / hashprice };
}
