import { z } from "zod";
import { POOL_METHODS } from "./pool-methods";

const usd = z.number().meta({ description: "US dollars" });
const orNull = z.number().nullable();
const day = z.string().meta({ format: "date" });

/** Today's scalars for all machines together: what a row of a batch carries too. */
export const TodayFigures = z.object({
  daily_revenue: z.number().meta({ description: "US dollars, after pool fee, uptime, rejects and curtailment" }),
  daily_cost: z.number().meta({ description: "US dollars: energy of the hours that run, and other costs" }),
  daily_profit: z.number().meta({ description: "US dollars: revenue − cost" }),
  daily_revenue_sats: z.number(),
  sats_per_th_day: z.number().meta({ description: "Gross: before fee and uptime" }),
  hashprice_usd_per_ph_day: z.number().meta({ description: "Gross: before fee and uptime" }),
  power_cost_usd_per_ph_day: z.number().meta({ description: "J/TH · 0.024 · $/MWh, at full uptime" }),
});
export type TodayFigures = z.output<typeof TodayFigures>;

export const BreakEvenLevel = z
  .object({
    electricity_usd_per_mwh: orNull.meta({ description: "May be negative: then power must pay you" }),
    btc_price_usd: orNull,
    difficulty: orNull,
    hashprice_usd_per_ph_day: orNull.meta({ description: "Gross, as hashprice_usd_per_ph_day" }),
    efficiency_j_per_th: orNull.meta({ description: "At today's hashrate" }),
  })
  .meta({ id: "BreakEvenLevel", description: "Each holds all else as it is today; null where no such value exists" });
export type BreakEvenLevel = z.output<typeof BreakEvenLevel>;

export const BreakEven = z
  .object({
    cash: BreakEvenLevel.meta({ description: "Covers energy" }),
    operating: BreakEvenLevel.meta({ description: "Covers energy and all running costs" }),
    full: BreakEvenLevel.meta({ description: "Covers operating and capital; null without machine_price_usd" }),
    gross_electricity_usd_per_mwh: orNull.meta({ description: "hashprice / (J/TH · 0.024), before fee and uptime" }),
  })
  .meta({ id: "BreakEven" });
export type BreakEven = z.output<typeof BreakEven>;

const Share = z.object({ daily_revenue_sats: orNull });
export const Algorithms = z
  .object({
    difficulty: Share.meta({ description: "By difficulty" }),
    network_share: Share.meta({ description: "By share of the measured network hashrate" }),
    gap_pct: orNull.meta({ description: "network_share against difficulty" }),
    luck_pct: orNull.meta({ description: "Part of the gap that the window's block interval explains" }),
    unexplained_pct: orNull.meta({ description: "gap_pct − luck_pct" }),
    warning: z.string().nullable(),
  })
  .meta({ id: "TwoAlgorithms" });
export type Algorithms = z.output<typeof Algorithms>;

export const IrrReason = z.enum(["no_machine_price", "no_irr", "several_irr", "out_of_range"]);
export type IrrReason = z.output<typeof IrrReason>;

export const Investment = z
  .object({
    npv_usd: orNull.meta({ description: "After tax, with the residual value" }),
    irr_pct: orNull.meta({ description: "A year, compounded" }),
    irr_reason: IrrReason.nullable(),
    irr_rates_pct: z.array(z.number()).meta({ description: "Every rate, where there are several" }),
    mirr_pct: orNull.meta({ description: "A year; finance and reinvestment at the discount rate" }),
    payback_months: orNull.meta({ description: "Undiscounted, after tax, without the residual value" }),
    spot_alternative_sats: orNull.meta({ description: "What the machines' price and each month's costs would buy" }),
    mined_sats: z.number().meta({ description: "Over the horizon, after pool fee" }),
  })
  .meta({ id: "MachineInvestment" });
export type Investment = z.output<typeof Investment>;

export const ChartRow = z
  .object({
    date: day.meta({ description: "First day of the month's stretch; height, difficulty and hashrate are of then" }),
    block_height: z.int(),
    difficulty: z.number(),
    btc_price: z.number().meta({ description: "US dollars, of the whole month" }),
    hashrate_th: z.number().meta({ description: "All machines together" }),
    mined_sats: z.number(),
    revenue: usd,
    cost: usd,
    profit: usd.meta({ description: "revenue − cost" }),
    tax: usd.meta({ description: "Income tax on profit − depreciation" }),
    cumulative_profit: usd.meta({ description: "After the month: −price of the machines + all profit − all tax" }),
  })
  .meta({ id: "ProjectedMonth" });
export type ChartRow = z.output<typeof ChartRow>;

export const Band = z
  .object({ date: day, p10: usd, p50: usd, p90: usd })
  .meta({ id: "ProfitBand", description: "Quantiles of cumulative_profit over the joint paths" });
export type Band = z.output<typeof Band>;

export const Warning = z.object({ code: z.string(), message: z.string() }).meta({ id: "CalculationWarning" });
export type Warning = z.output<typeof Warning>;

export const Profile = z
  .object({
    hashrate_th: z.number(),
    power_w: z.number(),
    daily_profit: usd.meta({ description: "All machines, today" }),
    best: z.boolean(),
  })
  .meta({ id: "FirmwareProfile" });
export type Profile = z.output<typeof Profile>;

export const RewardSpread = z
  .object({
    days: z.number(),
    expected_blocks: z.number().meta({ description: "Of the machines (SOLO) or of the pool (PPLNS)" }),
    no_block_probability: z.number(),
    p10_sats: z.number(),
    p50_sats: z.number(),
    p90_sats: z.number(),
  })
  .meta({ id: "RewardSpread", description: "Poisson spread of what is paid out over so many days at today's figures" });
export type RewardSpread = z.output<typeof RewardSpread>;

export const Machine = z
  .object({
    label: z.string().nullable(),
    hashrate_th: z.number(),
    power_w: z.number(),
    efficiency_j_per_th: z.number(),
    source: z.string().meta({ description: "input, catalogue, or both; profile where a firmware profile won" }),
  })
  .meta({ id: "CalculatedMachine", description: "One machine as calculated" });
export type Machine = z.output<typeof Machine>;

const nameOf = { methods: z.enum(POOL_METHODS), algorithm: z.enum(["basic", "advanced"]) };
export const Assumptions = z
  .object({
    machine: Machine,
    quantity: z.number(),
    electricity_cost: usd.meta({ description: "US dollars per kWh" }),
    pool_method: nameOf.methods,
    pool_fee_pct: z.number(),
    pool_fee2_pct: z.number(),
    pool_hashrate_ehs: orNull,
    uptime_pct: z.number(),
    rejected_pct: z.number(),
    curtailment_pct: z.number(),
    hashrate_decay_pct_year: z.number(),
    other_costs_usd_day: usd,
    machine_price_usd: orNull,
    residual_value_pct: z.number(),
    discount_rate_pct: z.number(),
    tax_rate_pct: z.number(),
    horizon_months: z.number(),
    difficulty_growth_pct_epoch: z.number(),
    price_growth_pct_month: z.number(),
    start_date: day,
    algorithm: nameOf.algorithm,
    btc_price: z.number(),
    difficulty: z.number(),
    network_hashrate_ehs: orNull,
    block_height: z.number(),
    block_subsidy_sats: z.number(),
    fees_sats_per_block: z.number(),
    block_interval_s: orNull,
    paths: orNull.meta({ description: "null in basic, as the six below" }),
    seed: orNull,
    price_volatility_pct_year: orNull,
    price_drift_pct_month: orNull,
    difficulty_volatility_pct_epoch: orNull,
    difficulty_reversion_pct_epoch: orNull,
    price_difficulty_correlation: orNull,
    days_per_year: z.number(),
    tax_rule: z.string(),
    defaulted: z.array(z.string()).meta({ description: "Inputs that were left out and stand at their default" }),
  })
  .meta({ id: "CalculationAssumptions" });
export type Assumptions = z.output<typeof Assumptions>;
