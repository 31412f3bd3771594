import { z } from "zod";
import { numberField, wholeField, wordField } from "@/lib/kernel/number-field";
import { CurtailmentAnswer, CurtailmentHour, CurtailmentMachines, curtailmentTerms, usdPerMwh } from "./schemas";

const MOST_HOURS = 8784;
const whole = (name: string, min: number, max: number) => z.array(wholeField(name, [min, max])).max(max - min + 1);
const everyFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

export const TariffInput = z.strictObject({
  base_usd_per_mwh: usdPerMwh("The base price"),
  peak_usd_per_mwh: usdPerMwh("The peak price"),
  peak_hours: whole("A peak hour", 0, 23).meta({ description: "By the tariff's clock; 17 is from 17:00 to 18:00" }),
  peak_weekdays: whole("A weekday", 1, 7).default([1, 2, 3, 4, 5]).meta({ description: "1 Monday to 7 Sunday" }),
  peak_months: whole("A month", 1, 12).default(everyFrom(1, 12)),
  utc_offset_hours: numberField("The offset of the tariff's clock", [-12, 14], "hours").default(0),
  credit_usd_per_mwh: usdPerMwh("The credit").default(0),
  hours: wholeField("The number of hours", [1, MOST_HOURS]).meta({ description: "How many, from start on" }),
});

const start = z.iso
  .datetime({ error: "start must be a full hour in UTC, such as 2026-01-01T00:00:00Z." })
  .refine((text) => Date.parse(text) % 3_600_000 === 0, { error: "start must be a full hour." });

export const CurtailmentSimulationInput = z
  .strictObject({
    start: start.meta({ description: "When the first hour begins; the others follow without a gap" }),
    hours: z
      .array(CurtailmentHour, { error: 'hours must be a list such as [{"price_usd_per_mwh": 40}].' })
      .min(1, { error: "Give at least one hour." })
      .max(MOST_HOURS, { error: "At most 8,784 hours." })
      .optional()
      .meta({ description: "Prices hour by hour; either these or a tariff" }),
    tariff: TariffInput.optional(),
    machines: CurtailmentMachines.optional().meta({ description: "Your own machines where left out" }),
    hashprice_usd_per_ph_day: numberField("The hashprice", [0, 1e6], "US dollars a PH/s and day").optional().meta({
      description: "For all hours; where left out each day's, as far as history reaches to the last hour, else today's",
    }),
    ...curtailmentTerms,
    train_months: wholeField("train_months", [1, 120], "months")
      .optional()
      .meta({ description: "Calendar months (UTC) that the price rule is found on; half of them where left out" }),
    detail: wordField("detail", ["hours", "machines"]).default("hours").meta({
      description: "machines: each hour also says how many of each id run; your own by the names of their models",
    }),
  })
  .refine(({ hours, tariff }) => (hours === undefined) !== (tariff === undefined), {
    error: "Give either hours or a tariff.",
    path: ["hours"],
  })
  .meta({ id: "CurtailmentSimulationInput" });
export type CurtailmentSimulationInput = z.output<typeof CurtailmentSimulationInput>;

const usd = z.number().nullable();

const Compared = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  hours: z.int(),
  always_on_profit_usd: usd.meta({ description: "Nothing is ever switched off; null: it breaks a limit" }),
  rule_profit_usd: usd.meta({ description: "All off from the rule's price on; null: it breaks a limit" }),
  merit_order_profit_usd: usd.meta({
    description: "Each machine off in the hours in which that alone gains; null: it breaks a limit",
  }),
  foresight_profit_usd: usd.meta({ description: "The best plan of who knows all prices: what no rule can beat" }),
  foresight_bound_usd: usd.meta({ description: "No plan earns more; equal where the plan is optimal" }),
});

const StopPrice = z
  .object({
    fleet_usd_per_mwh: z.number().meta({ description: "All machines together" }),
    first_usd_per_mwh: z.number().meta({ description: "The least efficient machines, the first to stop" }),
    last_usd_per_mwh: z.number().meta({ description: "The most efficient machines, the last to stop" }),
  })
  .meta({
    description:
      "What a MWh earns at the mean hashprice, after pool fee: where power and credit cost more, running loses; null: no machines",
  });

export const CurtailmentSimulation = CurtailmentAnswer.omit({ schedule: true })
  .extend({
    start: z.iso.datetime(),
    hashprice_usd_per_ph_day: z.number().meta({ description: "Mean of the hours, gross" }),
    hashprice_source: z.string().meta({ description: "given, history (each day's), or where today's comes from" }),
    machines: z.int().meta({ description: "Sum of the quantities" }),
    stop_price: StopPrice.nullable(),
    schedule: z.array(
      z.object({
        at: z.iso.datetime().meta({ description: "When the hour begins" }),
        price_usd_per_mwh: z.number(),
        credit_usd_per_mwh: z.number(),
        machines_on: z.number(),
        active: z
          .record(z.string(), z.number())
          .optional()
          .meta({ description: "With detail machines: how many of each id run" }),
        mw: z.number(),
        profit_usd: z.number(),
      }),
    ),
    price_rule: z.object({
      threshold_usd_per_mwh: usd.meta({ description: "All off where price and credit reach it; null: never off" }),
      train: Compared.meta({ description: "The months that the rule was found on" }),
      test: Compared.nullable().meta({ description: "The months after, unseen by the rule; null: there are none" }),
    }),
  })
  .meta({ id: "CurtailmentSimulation" });
export type CurtailmentSimulation = z.output<typeof CurtailmentSimulation>;
