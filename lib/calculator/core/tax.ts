import type { Terms } from "./terms";

/** In the answer's assumptions, so that whoever reads the figure knows the rule. */
export const TAX_RULE =
  "Coins are taxed at receipt. Each month's profit less straight-line depreciation (price to residual value over the horizon) is taxed at the rate; a month with a loss pays nothing and is not carried forward.";

/** Depreciation of all machines together in a month: the price less what is left, spread evenly over the horizon. */
export const depreciationUsdMonth = (terms: Terms): number =>
  ((terms.machinePriceUsd ?? 0) * terms.quantity * (1 - terms.residualShare)) / terms.horizonMonths;

/** Income tax on one month's profit. */
export const incomeTaxUsd = (profitUsd: number, depreciationUsd: number, rate: number): number =>
  Math.max(0, profitUsd - depreciationUsd) * rate;
