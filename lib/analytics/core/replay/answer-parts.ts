import { z } from "zod";

const usd = z.number().meta({ description: "US dollars" });

export const ReplayDay = z
  .object({
    date: z.iso.date(),
    btc_price: usd,
    difficulty: z.number().meta({ description: "In force on the day; its mean where it changed" }),
    block_subsidy_sats: z.number().meta({ description: "Mean of the day's blocks" }),
    fees_sats_per_block: z.number().meta({ description: "Mean of the day's blocks" }),
    hashprice_usd_per_ph_day: usd.meta({ description: "US dollars, gross" }),
    machines: z.number(),
    running: z.number(),
    hashrate_th: z.number().meta({ description: "TH/s of those that ran" }),
    mined_sats: z.number(),
    revenue: usd.meta({ description: "US dollars at the day's price, after pool fee" }),
    energy_cost: usd,
    other_costs: usd,
    capital: usd.meta({ description: "US dollars: machines that began on the day" }),
    profit: usd.meta({ description: "US dollars: revenue − energy − other costs" }),
    cumulative_profit: usd.meta({ description: "US dollars: all profit so far − all capital so far" }),
  })
  .meta({ id: "ReplayDay" });

const Outcome = z.object({
  sats: z.number(),
  cash_usd: usd,
  value_usd: usd.meta({ description: "US dollars on the last day" }),
  gain_usd: usd.meta({ description: "US dollars: value − everything spent" }),
});

export const ReplayTotals = z
  .object({
    days: z.int(),
    mined_sats: z.number(),
    revenue: usd,
    energy_cost: usd,
    other_costs: usd,
    capital: usd,
    profit: usd,
    machine_days: z.number(),
    machine_days_off: z.number(),
  })
  .meta({ id: "ReplayTotals", description: "The sums of the days" });

export const ReplayComparison = z
  .object({
    spent_usd: usd.meta({ description: "US dollars: machines, energy and other costs" }),
    sold: Outcome.meta({ description: "Mined coins sold on the day" }),
    kept: Outcome.meta({ description: "Mined coins kept" }),
    bought: Outcome.meta({ description: "No machines: the same money bought coins on the days it was spent" }),
    averaged: Outcome.meta({ description: "As bought, the machines' money in equal parts a day" }),
  })
  .meta({ id: "ReplayComparison", description: "What became of the same money" });

export const ReplayAssumptions = z.object({
  machines: z.number(),
  electricity_cost: z.number().meta({ description: "US dollars per kWh" }),
  machines_at_it: z.number().meta({ description: "Machines without a price of their own" }),
  machines_without_cost: z.number().meta({ description: "Machines of which nobody said what was paid: as if free" }),
  pool_method: z.string(),
  pool_fee_pct: z.number(),
  uptime_pct: z.number(),
  rejected_pct: z.number(),
  hashrate_decay_pct_year: z.number(),
  other_costs_usd_day: z.number(),
  stand_still: z.string(),
  count_from: z.string(),
});
