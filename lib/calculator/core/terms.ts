import { utcDateMs } from "@/lib/kernel/calendar";
import type { CalculateInput } from "../schemas";
import type { Machine } from "./answer-parts";
import { DEFAULTS, PATH_DEFAULTS } from "./defaults";
import type { PoolTerms } from "./pool-reward";

/** A machine of the catalogue, as far as a calculation needs it. */
export type CatalogueMachine = {
  label: string;
  hashrate_th: number;
  power_w: number;
  confidence: "verified" | "probable";
  status: "shipped" | "announced";
};

/** An input with nothing left open: every default filled in, percentages as shares. */
export type Terms = {
  machine: Machine;
  quantity: number;
  electricityUsdPerKwh: number;
  pool: PoolTerms;
  poolHashrateEhs: number | null;
  /** Share of the hours that the machines run: uptime after curtailment. */
  runShare: number;
  acceptedShare: number;
  decayYear: number;
  otherCostsUsdDay: number;
  machinePriceUsd: number | null;
  residualShare: number;
  discountRateYear: number;
  taxRate: number;
  horizonMonths: number;
  growthPctEpoch: number;
  priceGrowthMonth: number;
  startMs: number;
  paths: PathTerms | null;
};

/** How the joint paths move; null in `basic`. */
export type PathTerms = {
  count: number;
  seed: number;
  volatilityYear: number;
  driftMonth: number;
  difficultyVolatility: number;
  difficultyReversion: number;
  correlation: number;
};

/** Fills in what the input leaves out. `today` is a date such as 2026-01-31. */
export function resolveTerms(input: CalculateInput, model: CatalogueMachine | null, today: string): Terms {
  const share = (pct: number | undefined, fallback: number) => (pct ?? fallback) / 100;
  const fee = share(input.pool_fee_pct, DEFAULTS.pool_fee_pct);
  return {
    machine: resolveMachine(input, model),
    quantity: input.quantity ?? DEFAULTS.quantity,
    electricityUsdPerKwh: input.electricity_cost,
    pool: {
      method: input.pool_method ?? DEFAULTS.pool_method,
      fee,
      feeOnFees: input.pool_fee2_pct === undefined ? fee : input.pool_fee2_pct / 100,
    },
    poolHashrateEhs: input.pool_hashrate_ehs ?? null,
    runShare:
      share(input.uptime_pct, DEFAULTS.uptime_pct) * (1 - share(input.curtailment_pct, DEFAULTS.curtailment_pct)),
    acceptedShare: 1 - share(input.rejected_pct, DEFAULTS.rejected_pct),
    decayYear: share(input.hashrate_decay_pct_year, DEFAULTS.hashrate_decay_pct_year),
    otherCostsUsdDay: input.other_costs_usd_day ?? DEFAULTS.other_costs_usd_day,
    machinePriceUsd: input.machine_price_usd ?? null,
    residualShare: share(input.residual_value_pct, DEFAULTS.residual_value_pct),
    discountRateYear: share(input.discount_rate_pct, DEFAULTS.discount_rate_pct),
    taxRate: share(input.tax_rate_pct, DEFAULTS.tax_rate_pct),
    horizonMonths: input.horizon_months ?? DEFAULTS.horizon_months,
    growthPctEpoch: input.difficulty_growth_pct_epoch ?? DEFAULTS.difficulty_growth_pct_epoch,
    priceGrowthMonth: share(input.price_growth_pct_month, DEFAULTS.price_growth_pct_month),
    startMs: utcDateMs(input.start_date ?? today),
    paths: (input.algorithm ?? DEFAULTS.algorithm) === "advanced" ? resolvePaths(input) : null,
  };
}

function resolvePaths(input: CalculateInput): PathTerms {
  return {
    count: input.paths ?? PATH_DEFAULTS.paths,
    seed: input.seed ?? PATH_DEFAULTS.seed,
    volatilityYear: (input.price_volatility_pct_year ?? PATH_DEFAULTS.price_volatility_pct_year) / 100,
    driftMonth: (input.price_drift_pct_month ?? input.price_growth_pct_month ?? DEFAULTS.price_growth_pct_month) / 100,
    difficultyVolatility:
      (input.difficulty_volatility_pct_epoch ?? PATH_DEFAULTS.difficulty_volatility_pct_epoch) / 100,
    difficultyReversion: (input.difficulty_reversion_pct_epoch ?? PATH_DEFAULTS.difficulty_reversion_pct_epoch) / 100,
    correlation: input.price_difficulty_correlation ?? PATH_DEFAULTS.price_difficulty_correlation,
  };
}

/** Given numbers win over the model's. */
function resolveMachine(input: CalculateInput, model: CatalogueMachine | null): Machine {
  const hashrate = input.hashrate_th ?? model?.hashrate_th;
  const power = input.power_w ?? model?.power_w;
  if (hashrate === undefined || power === undefined) throw new Error("The machine is neither given nor found.");
  const given = [input.hashrate_th, input.power_w].filter((value) => value !== undefined).length;
  return {
    label: model?.label ?? input.miner_model ?? null,
    hashrate_th: hashrate,
    power_w: power,
    efficiency_j_per_th: power / hashrate,
    source: given === 2 ? "input" : given === 1 ? "input and catalogue" : "catalogue",
  };
}
