/** What a calculation assumes where it isn't told. The answer's `assumptions.defaulted` names those that were used. */
export const DEFAULTS = {
  quantity: 1,
  pool_method: "FPPS",
  pool_fee_pct: 2,
  uptime_pct: 97,
  rejected_pct: 0,
  curtailment_pct: 0,
  hashrate_decay_pct_year: 0,
  other_costs_usd_day: 0,
  residual_value_pct: 10,
  discount_rate_pct: 10,
  tax_rate_pct: 0,
  horizon_months: 36,
  difficulty_growth_pct_epoch: 1,
  price_growth_pct_month: 0,
  algorithm: "basic",
} as const;

/** The price of power where machines have none of their own; named as an assumption wherever it is used. */
export const ASSUMED_ELECTRICITY_USD_PER_KWH = 0.06;

/**
 * How the joint paths move where nothing is given. Rounded from the daily prices and the retargets of 2018 to 2026:
 * volatility 46 to 58 % a year, difficulty scatters by 4 to 6 % an epoch about its mean, closes 1.5 to 3 % an epoch of
 * its distance to what the price supports, and its scatter correlates with the price's by 0.09 to 0.16.
 */
export const PATH_DEFAULTS = {
  paths: 1000,
  seed: 1,
  price_volatility_pct_year: 50,
  difficulty_volatility_pct_epoch: 5,
  difficulty_reversion_pct_epoch: 3,
  price_difficulty_correlation: 0.15,
} as const;
