import { z } from "zod";
import {
  LIMITS,
  MarketFacts,
  MarketInput,
  machineFields,
  missingMachineField,
  projectionFields,
} from "@/lib/calculator/schemas";
import { dayField } from "@/lib/kernel/day-field";
import { aboveField, numberField, wholeField } from "@/lib/kernel/number-field";
import { HistoryProvenance, isWindow, NOT_BEFORE_FROM, windowFields } from "@/lib/market/schemas";
import { HeatFigure, HeatmapRow } from "./core/heatmap/answer-parts";
import { ReplayAssumptions, ReplayComparison, ReplayDay, ReplayTotals } from "./core/replay/answer-parts";

/** More rows than a fleet's list may have are no list. */
const MOST_ROWS = 10_000;
const day = dayField();
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

export const HistoricalReplayAnswer = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    days: z.array(ReplayDay),
    totals: ReplayTotals,
    comparison: ReplayComparison,
    market: z.object({ btc_price: HistoryProvenance, difficulty: HistoryProvenance }),
    carried_days: z.array(z.iso.date()).meta({ description: "Days whose figures are the day before's" }),
    assumptions: ReplayAssumptions,
  })
  .meta({ id: "HistoricalReplayAnswer" });
export type HistoricalReplayAnswer = z.output<typeof HistoricalReplayAnswer>;

/** The first and the last day that a replay can be of, and the day of the last halving between them. */
const Known = z.object({ from: z.iso.date(), to: z.iso.date() });
export const KnownRange = Known.extend({ last_halving: z.iso.date().nullable() });
export type KnownRange = z.output<typeof KnownRange>;

const MOST_STEPS = 25;
const axis = (what: string, value: z.ZodNumber) =>
  z
    .strictObject({
      from: value,
      to: value,
      steps: wholeField(`The steps of ${what}`, [2, MOST_STEPS])
        .default(9)
        .meta({ description: "Values from one to the other, both included" }),
    })
    .refine(({ from, to }) => from < to, { path: ["to"], error: "Above from.", when })
    .optional();

export const RoiHeatmap = z
  .strictObject({
    ...machineFields,
    ...projectionFields,
    market: MarketInput.optional(),
    figure: HeatFigure.default("daily_profit"),
    against: z
      .enum(["difficulty", "electricity"], { error: "difficulty or electricity." })
      .default("difficulty")
      .meta({ description: "What the rows are; the columns are prices of bitcoin" }),
    price: axis("the price", aboveField("The price", LIMITS.btc_price, "US dollars")).meta({
      description: "50 to 150 % of the market's where left out",
    }),
    difficulty: axis("the difficulty", numberField("The difficulty", LIMITS.difficulty)).meta({
      description: "70 to 200 % of the market's where left out",
    }),
    electricity: axis("the price of power", numberField("The price of power", LIMITS.electricity_cost)).meta({
      description: "US dollars per kWh; 0 to twice electricity_cost where left out",
    }),
  })
  .superRefine(
    (input, ctx) => {
      const missing = missingMachineField(input);
      if (missing) ctx.addIssue({ code: "custom", path: [missing.path], message: missing.message });
    },
    { when },
  )
  .meta({ id: "RoiHeatmap" });
export type RoiHeatmap = z.output<typeof RoiHeatmap>;

export const RoiHeatmapAnswer = z
  .object({
    figure: HeatFigure,
    unit: z.string(),
    against: z.enum(["difficulty", "electricity"]),
    prices: z.array(z.number()).meta({ description: "Of the columns, ascending, US dollars" }),
    rows: z.array(HeatmapRow),
    here: z.object({
      btc_price: z.number(),
      difficulty: z.number(),
      electricity_cost: z.number(),
      value: z.number().nullable().meta({ description: "The figure as things are" }),
      zero_price: z.number().nullable().meta({ description: "As of a row, with everything but the price as it is" }),
    }),
    market: MarketFacts,
  })
  .meta({ id: "RoiHeatmapAnswer" });
export type RoiHeatmapAnswer = z.output<typeof RoiHeatmapAnswer>;

export const AnalyticsDataInput = z.strictObject(windowFields("1y")).refine(isWindow, NOT_BEFORE_FROM);
export type AnalyticsDataInput = z.output<typeof AnalyticsDataInput>;

export const AnalyticsData = z
  .object({
    from: z.iso.date().nullable().meta({ description: "The first day that is known of what was asked; null: none is" }),
    to: z.iso.date().nullable(),
    known: Known.nullable().meta({ description: "As far as price and difficulty are known; null: nowhere" }),
    days: z.array(
      ReplayDay.pick({
        date: true,
        btc_price: true,
        difficulty: true,
        hashprice_usd_per_ph_day: true,
        block_subsidy_sats: true,
        fees_sats_per_block: true,
      }),
    ),
    carried_days: z.array(z.iso.date()).meta({ description: "Days whose figures are the day before's" }),
    market: z.object({ btc_price: HistoryProvenance, difficulty: HistoryProvenance }).nullable(),
  })
  .meta({ id: "AnalyticsData" });
export type AnalyticsData = z.output<typeof AnalyticsData>;
