import { isoDate } from "@/lib/kernel/calendar";
import { DAYS_PER_YEAR } from "@/lib/kernel/units";
import type { CalculateInput, MarketFacts } from "../schemas";
import type { Assumptions } from "./answer-parts";
import { DEFAULTS, PATH_DEFAULTS } from "./defaults";
import { TAX_RULE } from "./tax";
import type { Terms } from "./terms";

/** Every value that the answer stands on, and which of them nobody gave. Percentages as they came in. */
export function assumptions(input: CalculateInput, terms: Terms, market: MarketFacts): Assumptions {
  const fee = input.pool_fee_pct ?? DEFAULTS.pool_fee_pct;
  const priceGrowth = input.price_growth_pct_month ?? DEFAULTS.price_growth_pct_month;
  return {
    machine: terms.machine,
    quantity: terms.quantity,
    electricity_cost: terms.electricityUsdPerKwh,
    pool_method: terms.pool.method,
    pool_fee_pct: fee,
    pool_fee2_pct: input.pool_fee2_pct ?? fee,
    pool_hashrate_ehs: terms.poolHashrateEhs,
    uptime_pct: input.uptime_pct ?? DEFAULTS.uptime_pct,
    rejected_pct: input.rejected_pct ?? DEFAULTS.rejected_pct,
    curtailment_pct: input.curtailment_pct ?? DEFAULTS.curtailment_pct,
    hashrate_decay_pct_year: input.hashrate_decay_pct_year ?? DEFAULTS.hashrate_decay_pct_year,
    other_costs_usd_day: terms.otherCostsUsdDay,
    machine_price_usd: terms.machinePriceUsd,
    residual_value_pct: input.residual_value_pct ?? DEFAULTS.residual_value_pct,
    discount_rate_pct: input.discount_rate_pct ?? DEFAULTS.discount_rate_pct,
    tax_rate_pct: input.tax_rate_pct ?? DEFAULTS.tax_rate_pct,
    horizon_months: terms.horizonMonths,
    difficulty_growth_pct_epoch: terms.growthPctEpoch,
    price_growth_pct_month: priceGrowth,
    start_date: isoDate(terms.startMs),
    algorithm: input.algorithm ?? DEFAULTS.algorithm,
    btc_price: market.btc_price.value,
    difficulty: market.difficulty.value,
    network_hashrate_ehs: market.network_hashrate_ehs.value,
    block_height: market.block_height.value,
    block_subsidy_sats: market.block_subsidy_sats.value,
    fees_sats_per_block: market.fees_sats_per_block.value,
    block_interval_s: market.block_interval_s.value,
    ...pathAssumptions(input, terms, priceGrowth),
    days_per_year: DAYS_PER_YEAR,
    tax_rule: TAX_RULE,
    defaulted: defaulted(input, terms),
  };
}

function pathAssumptions(input: CalculateInput, terms: Terms, priceGrowth: number) {
  const used = <T>(value: T) => (terms.paths === null ? null : value);
  const of = <K extends keyof typeof PATH_DEFAULTS>(name: K) => used(input[name] ?? PATH_DEFAULTS[name]);
  return {
    paths: of("paths"),
    seed: of("seed"),
    price_volatility_pct_year: of("price_volatility_pct_year"),
    price_drift_pct_month: used(input.price_drift_pct_month ?? priceGrowth),
    difficulty_volatility_pct_epoch: of("difficulty_volatility_pct_epoch"),
    difficulty_reversion_pct_epoch: of("difficulty_reversion_pct_epoch"),
    price_difficulty_correlation: of("price_difficulty_correlation"),
  };
}

const COMMON = [...Object.keys(DEFAULTS), "start_date"] as (keyof typeof DEFAULTS | "start_date")[];
const OF_PATHS = Object.keys(PATH_DEFAULTS) as (keyof typeof PATH_DEFAULTS)[];

const defaulted = (input: CalculateInput, terms: Terms): string[] =>
  (terms.paths === null ? COMMON : [...COMMON, ...OF_PATHS]).filter((name) => input[name] === undefined);
