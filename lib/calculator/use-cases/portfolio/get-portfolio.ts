import type { QueryCtx } from "@/lib/kernel/context";
import { NoInput, query } from "@/lib/kernel/use-case";
import { type Keeper, keeperOf, readPortfolioVersion } from "@/lib/machines/index";
import { NO_TOTALS, portfolioOf } from "../../core/portfolio/portfolio-of";
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
  const totals = (await readTotals(ctx, keeper)) ?? { ...NO_TOTALS, state: (await earningMarket(ctx)).state };
  // Read after the totals: a write in between shows as one that is not in them yet, never the other way round.
  return portfolioOf(totals, await readPortfolioVersion(ctx, keeper));
}
