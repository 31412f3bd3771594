import { z } from "zod";
import { aboveField, numberField, percentField, wholeField } from "@/lib/kernel/number-field";

/** Kinds × hours that one answer may have: a year of 500 kinds. */
export const MOST_CELLS = 5_000_000;

export const usdPerMwh = (name: string) => numberField(name, [-100_000, 100_000], "US dollars per MWh");

export const CurtailmentHour = z.strictObject({
  price_usd_per_mwh: usdPerMwh("The price of power").meta({ description: "Below 0 too" }),
  credit_usd_per_mwh: usdPerMwh("The credit").default(0).meta({ description: "Paid for each MWh switched off" }),
});

export const CurtailmentMachine = z.strictObject({
  id: z.union([z.string(), z.int().transform(String)], { error: "A machine's id must be text." }).pipe(
    z
      .string()
      .min(1, { error: "A machine's id must not be empty." })
      .max(100, { error: "A machine's id has at most 100 characters." })
      .refine((id) => id !== "__proto__", { error: "This can't be an id." }),
  ),
  hashrate_th: aboveField("The hashrate", [0, 1e6], "TH/s").meta({ description: "TH/s of one machine" }),
  power_w: aboveField("The power draw", [0, 1e6], "W").meta({ description: "W of one machine at the wall" }),
  quantity: wholeField("The quantity", [0, 1e6], "machines").default(1),
});

/** How a fleet may be curtailed, whatever the prices. */
export const curtailmentTerms = {
  pool_fee_pct: percentField("The pool fee"),
  min_off_hours: wholeField("min_off_hours", [0, 8784], "hours").meta({
    description: "A block of hours off is at least so long, unless the last hour cuts it; 0 is as 1",
  }),
  restart_minutes: numberField("restart_minutes", [0, 1440]).meta({
    description: "Minutes of revenue that a block of hours off costs, in the first hour back",
  }),
  max_mw: numberField("max_mw", [0, 1e7], "MW")
    .optional()
    .meta({ description: "All machines together, in every hour" }),
  min_mw: numberField("min_mw", [0, 1e7], "MW")
    .optional()
    .meta({ description: "All machines together, in every hour" }),
};

export const CurtailmentMachines = z
  .array(CurtailmentMachine, { error: 'machines must be a list such as [{"id": "s21", "hashrate_th": 200, …}].' })
  .max(10_000, { error: "At most 10,000 machines; give those that are alike a quantity." })
  .superRefine((list, ctx) => {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id))
        ctx.addIssue({ code: "custom", path: [index, "id"], message: `There are two machines "${id}".` });
      seen.add(id);
    }
  });

export const CurtailmentInput = z
  .strictObject({
    hours: z
      .array(CurtailmentHour, { error: 'hours must be a list such as [{"price_usd_per_mwh": 40}].' })
      .max(8784, { error: "At most 8,784 hours." }),
    machines: CurtailmentMachines,
    hashprice_usd_per_ph_day: numberField("The hashprice", [0, 1e6], "US dollars a PH/s and day"),
    ...curtailmentTerms,
  })
  .refine(({ hours, machines: all }) => hours.length * all.length <= MOST_CELLS, {
    error: "Machines times hours are at most 5,000,000: give machines that are alike a quantity, or fewer hours.",
    path: ["machines"],
  });
export type CurtailmentInput = z.output<typeof CurtailmentInput>;

const usd = z.number().nullable();

/** Not a record, whose copy of five million numbers takes seconds: the figures are our own. */
const CountsById = (z.unknown() as z.ZodType<Record<string, number>>).meta({
  type: "object",
  additionalProperties: { type: "number" },
  description: "How many machines of each id run",
});

export const CurtailmentAnswer = z.object({
  status: z.enum(["optimal", "feasible", "infeasible"]).meta({
    description: "feasible: inside the limits, not proven to be the best; see bound_usd",
  }),
  reason: z.string().nullable().meta({ description: "Why there is no plan, or why it isn't called optimal" }),
  schedule: z.array(
    z.object({
      hour: z.int().meta({ description: "From 0" }),
      active: CountsById,
      mw: z.number(),
      profit_usd: z.number(),
    }),
  ),
  total_profit_usd: usd.meta({ description: "null: infeasible" }),
  always_on_profit_usd: usd.meta({ description: "null: it breaks a limit" }),
  never_on_profit_usd: usd.meta({ description: "null: it breaks a limit" }),
  merit_order_profit_usd: usd.meta({
    description: "Each machine and hour for itself, restarts paid; null: it breaks a limit or the least time off",
  }),
  bound_usd: usd.meta({ description: "No plan earns more" }),
  gap_pct: usd.meta({ description: "By how much of bound_usd total_profit_usd misses it; 0: optimal" }),
});
export type CurtailmentAnswer = z.output<typeof CurtailmentAnswer>;
