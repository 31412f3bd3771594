import { isoDate, utcMonthBounds } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { DEFAULTS } from "../defaults";
import { nextHalving } from "../next-halving";
import { type Month, projectBetween } from "../projection";
import { resolveTerms } from "../terms";
import { kwhPerWatt } from "./earning-share";
import type { EarningMarket } from "./machine-figures";
import type { PortfolioProjection } from "./summary-schemas";

/** All machines together, as they are today. */
type Fleet = { hashrate_th: number; power_w: number; daily_cost: number };

const DAYS = 30;

/**
 * What a whole portfolio earns ahead: the calculator's projection of one machine with its hashrate and its cost. Revenue
 * follows hashrate and cost is each day the same, so this is the sum of the machines' own projections.
 */
export function portfolioAhead(fleet: Fleet, { facts, today }: EarningMarket): PortfolioProjection {
  const kwh = fleet.power_w * kwhPerWatt(today);
  const terms = resolveTerms(
    { ...fleet, quantity: 1, electricity_cost: kwh === 0 ? 0 : fleet.daily_cost / kwh },
    null,
    today,
  );
  const bounds = utcMonthBounds(terms.startMs, terms.horizonMonths);
  const months = projectBetween(terms, facts, bounds);
  const soon = projectBetween(terms, facts, [terms.startMs, terms.startMs + DAYS * MS_PER_DAY]);
  const years = Array.from({ length: Math.ceil(months.length / 12) }, (_, year) =>
    months.slice(12 * year, 12 * (year + 1)),
  );
  return {
    days_30: sumOf(soon),
    years: years.map(sumOf),
    next_halving: nextHalving(terms, facts, months),
    assumptions: {
      horizon_months: terms.horizonMonths,
      difficulty_growth_pct_epoch: terms.growthPctEpoch,
      price_growth_pct_month: DEFAULTS.price_growth_pct_month,
      hashrate_decay_pct_year: DEFAULTS.hashrate_decay_pct_year,
      btc_price: facts.btc_price.value,
      difficulty: facts.difficulty.value,
      block_height: facts.block_height.value,
    },
  };
}

function sumOf(stretches: readonly Month[]): PortfolioProjection["days_30"] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) throw new Error("a projection has a first stretch");
  const sum = (of: (month: Month) => number) => stretches.reduce((total, month) => total + of(month), 0);
  return {
    from: isoDate(first.startMs),
    to: isoDate(last.startMs + (last.days - 1) * MS_PER_DAY),
    mined_sats: sum((month) => month.minedSats),
    revenue: sum((month) => month.revenueUsd),
    cost: sum((month) => month.costUsd),
    profit: sum((month) => month.revenueUsd - month.costUsd),
  };
}
