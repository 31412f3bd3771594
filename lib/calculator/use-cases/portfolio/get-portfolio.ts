import type { QueryCtx } from "@/lib/kernel/context";
import { NoInput, query } from "@/lib/kernel/use-case";
import { type Keeper, keeperOf, readPortfolioVersion } from "@/lib/machines/index";
import { portfolioOf, type Totals } from "../../core/portfolio/portfolio-of";
import { portfolioThrough } from "../../data/cached-portfolio";
import { readTotals } from "../../data/portfolio-totals";
import { Portfolio } from "../../schemas";
import { earningMarket } from "./earning-market";

/** One's own machines together: what the consumer computed last, and whether a write is still on its way to it. */
export const getPortfolio = query({
  name: "calculator.portfolio.get",
  permission: "machines:read",
  input: NoInput,
  output: Portfolio,
  run(ctx) {
    const keeper = keeperOf(ctx);
    return portfolioThrough(ctx, keeper, (own) => read(own, keeper));
  },
});

async function read(ctx: QueryCtx, keeper: Keeper): Promise<Portfolio> {
  const totals = (await readTotals(ctx, keeper)) ?? { ...NOTHING, state: (await earningMarket(ctx)).state };
  // Read after the totals: a write in between shows as one that is not in them yet, never the other way round.
  return portfolioOf(totals, await readPortfolioVersion(ctx, keeper));
}

const NOTHING: Omit<Totals, "state"> = {
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
