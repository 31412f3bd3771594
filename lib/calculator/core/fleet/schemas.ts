import { z } from "zod";
import { fromText } from "@/lib/kernel/from-text";
import { BatchTotals, CalculatedRow } from "../batch/schemas";
import { machineFields } from "../machine-fields";
import { REPORT_FORMATS } from "../report-formats";

/** What a list's machines have where it says nothing of their own. */
export const FleetDefaults = z
  .strictObject(machineFields)
  .pick({
    ...{ electricity_cost: true, pool_method: true, pool_fee_pct: true, pool_fee2_pct: true, pool_hashrate_ehs: true },
    ...{ uptime_pct: true, rejected_pct: true, curtailment_pct: true },
  })
  .partial()
  .meta({ id: "FleetDefaults" });
export type FleetDefaults = z.output<typeof FleetDefaults>;

/** The same as a field of a form. */
export const defaultsField = z.preprocess(fromText, FleetDefaults.optional()).meta({
  override: { type: "string", description: 'JSON, such as {"electricity_cost": 0.055}: for rows that say nothing' },
});

const count = z.int().min(0);
/** What lists that were computed before it was counted don't have. */
const laterCount = count.default(0);

/** What is computed of a list as a whole; the market comes beside it. */
export const computedFields = {
  computed_at: z.iso.datetime(),
  defaults: FleetDefaults,
  assumed_electricity_cost: z
    .number()
    .nullable()
    .meta({ description: "US dollars per kWh, for rows without a price; null: none needed it, or defaults gave one" }),
  rows_at_assumed_cost: count,
  rows_at_high_price: laterCount.meta({
    description: "Rows whose own price of power is 1 US dollar per kWh or more: cents may have been meant",
  }),
  rows_at_low_price: laterCount.meta({
    description:
      "Rows whose own price of power is above 0 and below 0.005 US dollars per kWh: dollars may have been meant",
  }),
  keepable: z
    .object({
      rows: count,
      machines: count,
      rows_with_own_figures: laterCount.meta({
        description: "Rows whose own hashrate or power isn't the catalogue's: kept, they count with their model's",
      }),
    })
    .meta({ description: "What POST /api/miners/import/{id}/keep would add, as far as the plan has room" }),
  totals: BatchTotals,
} as const;

const orNull = z.string().nullable();

export const GoodFleetRow = CalculatedRow.extend({
  row: z.int().meta({ description: "As a spreadsheet numbers it" }),
  miner_model_id: orNull.meta({ description: "null: of no model, so it can't be kept" }),
  site: orNull,
  purchased_at: orNull,
  cost_usd: z.number().nullable(),
  price_given: z.boolean().meta({ description: "The list has a price of power for this row" }),
  is_price_assumed: z.boolean(),
});
export type GoodFleetRow = z.output<typeof GoodFleetRow>;

export const exportFields = {
  format: z.enum(REPORT_FORMATS, { error: "Choose pdf, csv or xlsx." }).default("xlsx"),
  lang: z.enum(["en", "zh"], { error: "Choose en or zh." }).optional(),
} as const;
