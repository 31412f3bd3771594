import { z } from "zod";
import { machineFields, missingMachineField, projectionFields } from "@/lib/calculator/schemas";
import { utcDateMs } from "@/lib/kernel/calendar";
import { HistoryProvenance } from "@/lib/market/schemas";

/** More rows than a fleet's list may have are no list. */
const MOST_ROWS = 10_000;
const FIRST_DAY = "2009-01-03";
const NO_DAY = "A day such as 2026-01-31.";

const day = z
  .string({ error: NO_DAY })
  .refine((text) => !Number.isNaN(utcDateMs(text)), { error: NO_DAY, abort: true })
  .refine((text) => text >= FIRST_DAY, { error: `Not before ${FIRST_DAY}, the first block.` })
  .meta({ format: "date", example: "2024-01-01" });

const { miner_model, quantity, hashrate_th, power_w, electricity_cost } = machineFields;
const { pool_method, pool_fee_pct, pool_fee2_pct, uptime_pct, rejected_pct, other_costs_usd_day } = machineFields;
const { hashrate_decay_pct_year } = projectionFields;

/** Said together with what is wrong with other fields, not after it. */
const when = ({ value }: { value: unknown }): boolean => typeof value === "object" && value !== null;

export const ReplayMachine = z
  .strictObject({
    miner_model,
    quantity,
    hashrate_th,
    power_w,
    electricity_cost: electricity_cost.optional().meta({ description: "US dollars per kWh; else the replay's own" }),
    cost_usd: z
      .number({ error: "US dollars from 0 to 100,000,000,000." })
      .min(0, { error: "At least 0 US dollars." })
      .max(1e11, { error: "At most 100,000,000,000 US dollars." })
      .optional()
      .meta({ description: "US dollars paid for all of them together" }),
    since: day
      .optional()
      .meta({ description: "Their first day; they run from the first day of the replay without it" }),
  })
  .superRefine(
    (machine, ctx) => {
      const missing = missingMachineField(machine);
      if (missing) ctx.addIssue({ code: "custom", path: [missing.path], message: missing.message });
    },
    { when },
  )
  .meta({ id: "ReplayMachine" });

export const HistoricalReplay = z
  .strictObject({
    from: day,
    to: day.meta({ description: "The last day, inclusive" }),
    machines: z
      .array(ReplayMachine, { error: 'A list such as [{"miner_model": "Antminer S19 95T", "quantity": 10}].' })
      .min(1, { error: "At least one machine; leave machines out for your own." })
      .max(MOST_ROWS, { error: `At most ${MOST_ROWS} rows.` })
      .optional()
      .meta({ description: "Your own machines where left out" }),
    electricity_cost: electricity_cost
      .optional()
      .meta({ description: "US dollars per kWh, for machines without a price of their own", default: 0.06 }),
    pool_method,
    pool_fee_pct,
    pool_fee2_pct,
    uptime_pct,
    rejected_pct,
    hashrate_decay_pct_year,
    other_costs_usd_day,
    stand_still: z
      .enum(["never", "at_a_loss"], { error: "never or at_a_loss." })
      .default("never")
      .meta({ description: "at_a_loss: machines stand on days for which the day before says that they don't pay" }),
    count_from: z
      .enum(["start", "purchase"], { error: "start or purchase." })
      .default("start")
      .meta({ description: "purchase: each machine from the day on which it was bought; start: all, all the time" }),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "Not before from.", when })
  .meta({ id: "HistoricalReplay" });
export type HistoricalReplay = z.output<typeof HistoricalReplay>;

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

export const HistoricalReplayAnswer = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    days: z.array(ReplayDay),
    totals: z.object({
      days: z.int(),
      mined_sats: z.number(),
      revenue: usd,
      energy_cost: usd,
      other_costs: usd,
      capital: usd,
      profit: usd,
      machine_days: z.number(),
      machine_days_off: z.number(),
    }),
    comparison: z
      .object({
        spent_usd: usd.meta({ description: "US dollars: machines, energy and other costs" }),
        sold: Outcome.meta({ description: "Mined coins sold on the day" }),
        kept: Outcome.meta({ description: "Mined coins kept" }),
        bought: Outcome.meta({ description: "No machines: the same money bought coins on the days it was spent" }),
        averaged: Outcome.meta({ description: "As bought, the machines' money in equal parts a day" }),
      })
      .meta({ description: "What became of the same money" }),
    market: z.object({ btc_price: HistoryProvenance, difficulty: HistoryProvenance }),
    carried_days: z.array(z.iso.date()).meta({ description: "Days whose figures are the day before's" }),
    assumptions: z.object({
      machines: z.number(),
      electricity_cost: usd,
      machines_at_it: z.number().meta({ description: "Machines without a price of their own" }),
      pool_method: z.string(),
      pool_fee_pct: z.number(),
      uptime_pct: z.number(),
      rejected_pct: z.number(),
      hashrate_decay_pct_year: z.number(),
      other_costs_usd_day: usd,
      stand_still: z.string(),
      count_from: z.string(),
    }),
  })
  .meta({ id: "HistoricalReplayAnswer" });
export type HistoricalReplayAnswer = z.output<typeof HistoricalReplayAnswer>;
