import { z } from "zod";
import { fromText } from "@/lib/kernel/from-text";
import {
  ChosenModels,
  FleetCellError,
  FleetImport,
  FleetMapping,
  FleetSummary,
  HeadingRow,
  ImportId,
  ImportMiners,
} from "@/lib/machines/schemas";
import { MarketFacts } from "../../schemas";
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

export const UploadFleet = ImportMiners.extend({
  defaults: z.preprocess(fromText, FleetDefaults.optional()).meta({
    override: { type: "string", description: 'JSON, such as {"electricity_cost": 0.055}: for rows that say nothing' },
  }),
});

export const ReadAgain = ImportId.extend({
  mapping: FleetMapping.optional(),
  models: ChosenModels.optional(),
  heading_row: HeadingRow.optional(),
  defaults: FleetDefaults.optional(),
});

const count = z.int().min(0);

/** A list as it was computed, without its rows. */
export const FleetComputed = FleetSummary.extend({
  computed_at: z.iso.datetime(),
  defaults: FleetDefaults,
  assumed_electricity_cost: z
    .number()
    .nullable()
    .meta({ description: "US dollars per kWh, for rows without a price; null: none needed it, or defaults gave one" }),
  rows_at_assumed_cost: count,
  keepable: z
    .object({ rows: count, machines: count })
    .meta({ description: "What POST /api/miners/import/{id}/keep would add, as far as the plan has room" }),
  totals: BatchTotals,
  market: MarketFacts,
});
export type FleetComputed = z.output<typeof FleetComputed>;

export const FleetUpload = FleetImport.extend({
  computed: FleetComputed.nullable().meta({ description: "null: not yet; see /api/work/{id}" }),
}).meta({ id: "FleetUpload" });
export type FleetUpload = z.output<typeof FleetUpload>;

const row = z.int().meta({ description: "As a spreadsheet numbers it" });
const orNull = z.string().nullable();

export const FleetResultRow = z
  .discriminatedUnion("ok", [
    CalculatedRow.extend({
      row,
      miner_model_id: orNull.meta({ description: "null: of no model, so it can't be kept" }),
      site: orNull,
      purchased_at: orNull,
      cost_usd: z.number().nullable(),
      price_given: z.boolean().meta({ description: "The list has a price of power for this row" }),
      is_price_assumed: z.boolean(),
    }),
    z.object({ row, ok: z.literal(false), errors: z.array(FleetCellError) }),
  ])
  .meta({ id: "FleetResultRow" });
export type FleetResultRow = z.output<typeof FleetResultRow>;
export type GoodFleetRow = Extract<FleetResultRow, { ok: true }>;

export const FleetResultRows = z.object({ rows: z.array(FleetResultRow) }).meta({ id: "FleetResultRows" });
export type FleetResultRows = z.output<typeof FleetResultRows>;

export const ExportFleet = ImportId.extend({
  format: z.enum(REPORT_FORMATS, { error: "Choose pdf, csv or xlsx." }).default("xlsx"),
  lang: z.enum(["en", "zh"], { error: "Choose en or zh." }).optional(),
});
