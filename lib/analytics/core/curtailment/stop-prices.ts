import { sumOf } from "../column";
import type { Kind, Problem } from "./problem";

const W_PER_MW = 1e6;

/**
 * Dollars that a MWh earns at the mean of the hours' hashprice, for all machines together and for those that are first and
 * last to stop. 200 TH/s on 4,000 W at $0.002 a TH/s and hour: 0.4 / 0.004 = $100. Null without machines.
 */
export function stopPrices({ kinds, usdPerTh, hours }: Problem) {
  const present = kinds.filter(({ quantity }) => quantity > 0);
  // The most efficient is the first of the kinds.
  const [best, worst] = [present[0], present.at(-1)];
  if (!best || !worst || hours === 0) return null;
  const meanUsdPerTh = sumOf(usdPerTh) / hours;
  const all = (of: (kind: Kind) => number) => present.reduce((sum, kind) => sum + of(kind) * kind.quantity, 0);
  const perMwh = (hashrateThs: number, powerW: number) => (meanUsdPerTh * hashrateThs) / (powerW / W_PER_MW);
  return {
    fleet_usd_per_mwh: perMwh(
      all(({ hashrateThs }) => hashrateThs),
      all(({ powerW }) => powerW),
    ),
    first_usd_per_mwh: perMwh(worst.hashrateThs, worst.powerW),
    last_usd_per_mwh: perMwh(best.hashrateThs, best.powerW),
  };
}
