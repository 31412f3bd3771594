import { z } from "zod";
import { utcDateMs } from "@/lib/kernel/calendar";
import { numberField, percentField, wholeField, wordField } from "@/lib/kernel/number-field";
import { DEFAULTS, PATH_DEFAULTS } from "./defaults";
import { LIMITS, START_DATE_RANGE } from "./limits";

const [earliest, latest] = START_DATE_RANGE;
const NO_DATE = "The start must be a date such as 2026-01-31.";

/** What turns today's figures into months: growth, money, time. */
export const projectionFields = {
  hashrate_decay_pct_year: percentField("The decay of hashrate")
    .optional()
    .meta({ default: DEFAULTS.hashrate_decay_pct_year }),
  machine_price_usd: numberField("The price of a machine", LIMITS.machine_price_usd, "US dollars")
    .optional()
    .meta({ description: "Of one machine; without it there is no payback" }),
  residual_value_pct: percentField("The residual value")
    .optional()
    .meta({ default: DEFAULTS.residual_value_pct, description: "Share of the price that is left at the horizon" }),
  discount_rate_pct: percentField("The discount rate").optional().meta({ default: DEFAULTS.discount_rate_pct }),
  tax_rate_pct: percentField("The tax rate").optional().meta({ default: DEFAULTS.tax_rate_pct }),
  horizon_months: wholeField("The horizon", LIMITS.horizon_months, "months")
    .optional()
    .meta({ default: DEFAULTS.horizon_months }),
  difficulty_growth_pct_epoch: numberField("The growth of difficulty", LIMITS.growth, "% an epoch")
    .optional()
    .meta({ default: DEFAULTS.difficulty_growth_pct_epoch }),
  price_growth_pct_month: numberField("The growth of the price", LIMITS.growth, "% a month")
    .optional()
    .meta({ default: DEFAULTS.price_growth_pct_month }),
  start_date: z
    .string({ error: NO_DATE })
    .refine((date) => !Number.isNaN(utcDateMs(date)), { error: NO_DATE, abort: true })
    .refine((date) => date >= earliest && date <= latest, {
      error: `The start must lie between ${earliest} and ${latest}.`,
    })
    .optional()
    .meta({ format: "date", description: "Today (UTC) where left out" }),
} as const;

/** What the joint paths of price and difficulty need; used by `advanced` alone. */
export const pathFields = {
  algorithm: wordField("The algorithm", ["basic", "advanced"]).optional().meta({ default: DEFAULTS.algorithm }),
  paths: wholeField("The number of paths", LIMITS.paths).optional().meta({ default: PATH_DEFAULTS.paths }),
  seed: wholeField("The seed", LIMITS.seed).optional().meta({ default: PATH_DEFAULTS.seed }),
  price_volatility_pct_year: numberField("The volatility of the price", LIMITS.volatility, "% a year")
    .optional()
    .meta({ default: PATH_DEFAULTS.price_volatility_pct_year }),
  price_drift_pct_month: numberField("The drift of the price", LIMITS.growth, "% a month")
    .optional()
    .meta({ description: "Growth of the paths' mean price; price_growth_pct_month where left out" }),
  difficulty_volatility_pct_epoch: percentField("The scatter of difficulty")
    .optional()
    .meta({ default: PATH_DEFAULTS.difficulty_volatility_pct_epoch }),
  difficulty_reversion_pct_epoch: percentField("The pull of the price on difficulty")
    .optional()
    .meta({ default: PATH_DEFAULTS.difficulty_reversion_pct_epoch }),
  price_difficulty_correlation: numberField("The correlation of price and difficulty", LIMITS.correlation)
    .optional()
    .meta({ default: PATH_DEFAULTS.price_difficulty_correlation }),
} as const;
