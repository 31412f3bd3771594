import { z } from "zod";

const usd = z.number().meta({ description: "US dollars" });
const usdADay = z.number().meta({ description: "US dollars a day" });
const count = z.int().min(0);

/** Sums over machines that count, by today's figures. */
const sums = {
  rows: count,
  machines: count.meta({ description: "Sum of the quantities" }),
  hashrate_th: z.number(),
  power_w: z.number(),
  daily_revenue: usdADay,
  daily_cost: usdADay,
  daily_profit: usdADay,
};

export const PortfolioSums = z
  .object({
    ...sums,
    break_even_usd_per_kwh: z
      .number()
      .nullable()
      .meta({ description: "The price of power at which they neither earn nor lose, all else as today; null: none" }),
    losing_machines: count.meta({ description: "Machines whose row costs more than it earns" }),
    losing_usd_day: usdADay.meta({ description: "What those lose together: 0 or less" }),
  })
  .meta({ id: "PortfolioSums" });
export type PortfolioSums = z.output<typeof PortfolioSums>;

export const PortfolioGroup = PortfolioSums.extend({
  group: z
    .string()
    .nullable()
    .meta({ description: "To filter by: the model's id, the site; null: machines of no site" }),
  name: z.string().nullable().meta({ description: "The model with its bin, the site; null: machines of no site" }),
}).meta({ id: "PortfolioGroup" });
export type PortfolioGroup = z.output<typeof PortfolioGroup>;

export const PortfolioGroups = z
  .object({
    items: z.array(PortfolioGroup).meta({ description: "Those with most hashrate first, at most 200" }),
    others: PortfolioSums.nullable().meta({ description: "All further groups together; null: there are none" }),
    others_count: count,
  })
  .meta({ id: "PortfolioGroups" });
export type PortfolioGroups = z.output<typeof PortfolioGroups>;

/** A stretch of hashprices and the machines whose costs are just met there. */
export const BreakEvenBin = z
  .object({
    from: z.number().nullable().meta({ description: "US dollars per PH/s and day; null: whatever lies below" }),
    to: z.number().nullable().meta({ description: "Exclusive; null: whatever lies above" }),
    earning_th: z.number().meta({ description: "TH/s of rows that earn today" }),
    losing_th: z.number().meta({ description: "TH/s of rows that lose today" }),
    machines: count,
  })
  .meta({ id: "BreakEvenBin" });
export type BreakEvenBin = z.output<typeof BreakEvenBin>;

const Ahead = z
  .object({ from: z.iso.date(), to: z.iso.date(), mined_sats: z.number(), revenue: usd, cost: usd, profit: usd })
  .meta({ id: "PortfolioAhead", description: "From the first to the last day, both included" });

export const PortfolioProjection = z
  .object({
    days_30: Ahead,
    years: z.array(Ahead).meta({ description: "Twelve months each, counted from today" }),
    next_halving: z.object({ block_height: z.int(), at: z.iso.datetime(), inside_horizon: z.boolean() }).nullable(),
    assumptions: z.object({
      horizon_months: z.int(),
      difficulty_growth_pct_epoch: z.number(),
      price_growth_pct_month: z.number(),
      hashrate_decay_pct_year: z.number(),
      btc_price: z.number(),
      difficulty: z.number(),
      block_height: z.int(),
    }),
  })
  .meta({ id: "PortfolioProjection", description: "The calculator's projection of all machines as they are now" });
export type PortfolioProjection = z.output<typeof PortfolioProjection>;

/** What is told of a portfolio beside its totals. */
export const summaryFields = {
  all: PortfolioSums,
  by_model: PortfolioGroups,
  by_site: PortfolioGroups,
  break_even: z.object({
    hashprice_usd_per_ph_day: z.number().meta({ description: "Today's" }),
    bins: z.array(BreakEvenBin),
  }),
  projection: PortfolioProjection.nullable().meta({ description: "null: there are no machines" }),
  retired_rows: count,
  plan: z
    .object({ name: z.string(), limit: z.int(), in_use: z.int() })
    .nullable()
    .meta({ description: "What the plan covers, and machines of the whole company; null: no limit" }),
};
