import type { Portfolio } from "@/lib/calculator/schemas";

/**
 * Of two answers about a portfolio, what is known by now: the figures that have more writes in them, or were computed
 * later, and the highest write that either knows of. Answers may overtake each other on their way.
 */
export function latestPortfolio(one: Portfolio, other: Portfolio): Portfolio {
  const figures = isLater(other, one) ? other : one;
  return { ...figures, portfolio_version: Math.max(one.portfolio_version, other.portfolio_version) };
}

function isLater(one: Portfolio, other: Portfolio): boolean {
  if (one.up_to_version !== other.up_to_version) return one.up_to_version > other.up_to_version;
  return (one.computed_at ?? "") >= (other.computed_at ?? "");
}

/** A write is on its way into the figures. */
export const isBehind = (portfolio: Portfolio): boolean => portfolio.up_to_version < portfolio.portfolio_version;
