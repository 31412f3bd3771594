import type { Portfolio } from "../../schemas";
import { ASSUMED_ELECTRICITY_USD_PER_KWH, DEFAULTS } from "../defaults";

/** The sums over a portfolio's machines, as they are stored. */
export type Totals = Omit<Portfolio, "portfolio_version" | "assumptions"> & { machines_at_assumed_price: number };

/** What is told of a portfolio: the totals, how far the person's writes have come since, and what they assume. */
export function portfolioOf({ machines_at_assumed_price, ...totals }: Totals, portfolioVersion: number): Portfolio {
  return {
    ...totals,
    portfolio_version: portfolioVersion,
    assumptions: {
      electricity_cost: ASSUMED_ELECTRICITY_USD_PER_KWH,
      machines_at_it: machines_at_assumed_price,
      pool_method: DEFAULTS.pool_method,
      pool_fee_pct: DEFAULTS.pool_fee_pct,
      uptime_pct: DEFAULTS.uptime_pct,
    },
  };
}

/** Before the first computation. */
export const NO_TOTALS: Omit<Totals, "state"> = {
  machines: 0,
  hashrate_th: 0,
  power_w: 0,
  daily_revenue: 0,
  daily_cost: 0,
  daily_profit: 0,
  machines_at_assumed_price: 0,
  as_of: null,
  computed_at: null,
  up_to_version: 0,
};
