import { NoInput, query } from "@/lib/kernel/use-case";
import { catalogue, companyPlan, countRetired, keeperOf, readPortfolioVersion } from "@/lib/machines/index";
import { binPlan, breakEvenBins } from "../../core/portfolio/break-even-bins";
import { kwhPerWatt, paidPart } from "../../core/portfolio/earning-share";
import { portfolioAhead } from "../../core/portfolio/portfolio-ahead";
import { NO_TOTALS, portfolioOf } from "../../core/portfolio/portfolio-of";
import { groupsOf, withBreakEven } from "../../core/portfolio/summary-of";
import { readGroups } from "../../data/portfolio-groups";
import { PortfolioSummary } from "../../schemas";
import { earningMarket } from "./earning-market";

/** One's own machines together: today, ahead, by model, by site, and the hashprice at which each stops to pay. */
export const getPortfolioSummary = query({
  name: "calculator.portfolio.summary",
  permission: "machines:read",
  input: NoInput,
  output: PortfolioSummary,
  async run(ctx) {
    const keeper = keeperOf(ctx);
    const [market, models] = await Promise.all([earningMarket(ctx), catalogue(ctx)]);
    const { hashprice, paid } = paidPart(market.facts, market.today);
    const plan = binPlan(hashprice);
    const { totals, all, byModel, bySite, bins } = await readGroups(ctx, keeper, { paid, ...plan });
    // Read after the figures: a write in between shows as one that is not in them yet, never the other way round.
    const version = await readPortfolioVersion(ctx, keeper);
    const kwh = kwhPerWatt(market.today);
    const labels = new Map(models.map(({ id, label }) => [id, label]));
    return {
      portfolio: portfolioOf(totals ?? { ...NO_TOTALS, state: market.state }, version),
      all: withBreakEven(all, kwh),
      by_model: groupsOf(byModel, (id) => labels.get(id) ?? id, kwh),
      by_site: groupsOf(bySite, (site) => site, kwh),
      break_even: { hashprice_usd_per_ph_day: hashprice, bins: breakEvenBins(bins, plan, hashprice) },
      projection: all.rows === 0 ? null : portfolioAhead(all, market),
      retired_rows: await countRetired(ctx, keeper),
      plan: await companyPlan(ctx),
    };
  },
});
