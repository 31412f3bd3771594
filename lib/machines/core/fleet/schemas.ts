import { z } from "zod";
import { FLEET_FIELDS, type FleetField } from "./fleet-fields";

/** How much one list may hold; the heading comes on top. */
export const FLEET_LIMITS = { rows: 10_000, bytes: 10 << 20, columns: 100, cellLength: 1_000, names: 500 } as const;

const field = z.enum(FLEET_FIELDS);
const columnNumber = z.int().min(1).max(FLEET_LIMITS.columns).nullable();

/** Which column holds what, counted from 1 as a spreadsheet's A is; null: none. What isn't named is guessed. */
export const FleetMapping = z.strictObject(
  Object.fromEntries(FLEET_FIELDS.map((name) => [name, columnNumber.optional()])) as Record<
    FleetField,
    z.ZodOptional<typeof columnNumber>
  >,
);
export type FleetMapping = z.output<typeof FleetMapping>;

/** Which machine of the catalogue somebody chose for a name of the list that it doesn't know: the name, and an id. */
export const ChosenModels = z
  .record(z.string().min(1).max(FLEET_LIMITS.cellLength), z.string().min(1).max(120))
  .refine((chosen) => Object.keys(chosen).length <= FLEET_LIMITS.names, { error: "At most 500 names." });
export type ChosenModels = z.output<typeof ChosenModels>;

/** The row with the headings; null: the list has none. Without it it is looked for. */
export const HeadingRow = z.int().min(1).max(1_048_576).nullable();

/** How a list is read. */
export const FleetReading = z.strictObject({
  mapping: FleetMapping,
  models: ChosenModels,
  heading_row: HeadingRow.optional(),
});
export type FleetReading = z.output<typeof FleetReading>;

export const FleetCellError = z.object({
  field,
  column: z.int().nullable().meta({ description: "From 1; null: the list has no such column" }),
  code: z.string(),
  message: z.string(),
  text: z.string().meta({ description: "What stands in the cell, its beginning" }),
  candidates: z.array(z.string()).optional().meta({ description: "With unknown_model: what may have been meant" }),
});
export type FleetCellError = z.output<typeof FleetCellError>;

const orNull = z.number().nullable();

/** What one row says; numbers as the calculator and a person's machines take them. */
export const FleetFacts = z.object({
  miner_model_id: z.string().nullable().meta({ description: "null: given by hashrate and power alone" }),
  miner_model: z.string().nullable().meta({ description: "As the catalogue calls it; else as the list does" }),
  quantity: z.int(),
  hashrate_th: orNull.meta({ description: "TH/s of one, where the list says it; wins over the model's" }),
  power_w: orNull.meta({ description: "W of one, where the list says it; wins over the model's" }),
  electricity_cost: orNull.meta({ description: "US dollars per kWh" }),
  label: z.string().nullable(),
  site: z.string().nullable(),
  purchased_at: z.string().nullable().meta({ description: "A day such as 2026-01-31, or a time" }),
  cost_usd: orNull.meta({ description: "US dollars for all of the row together" }),
});
export type FleetFacts = z.output<typeof FleetFacts>;

export const FleetRow = z.object({
  row: z.int().meta({ description: "As a spreadsheet numbers it" }),
  facts: FleetFacts.nullable().meta({ description: "null: the row is wrong" }),
  errors: z.array(FleetCellError),
});
export type FleetRow = z.output<typeof FleetRow>;

export const FleetColumn = z.object({
  column: z.int(),
  heading: z.string(),
  field: field.nullable(),
  sample: z.string(),
  repeats: z.boolean().meta({ description: "Its heading says the same as an earlier one's" }),
});
export type FleetColumn = z.output<typeof FleetColumn>;

export const UnknownName = z.object({
  name: z.string().meta({ description: "As the list has it" }),
  rows: z.int().meta({ description: "How many rows have it" }),
  first_row: z.int(),
  candidates: z
    .array(z.object({ id: z.string(), label: z.string(), hashrate_th: z.number(), power_w: z.number() }))
    .meta({ description: "What it may mean, the likeliest first: to be chosen by a person" }),
});
export type UnknownName = z.output<typeof UnknownName>;

const count = z.int().min(0);

/** What reading a list gave, without its rows. */
export const FleetSummary = z.object({
  heading_row: z.int().nullable().meta({ description: "null: the list has no headings" }),
  columns: z.array(FleetColumn),
  missing: z.array(field).meta({ description: "Needed, and in no column: nothing was read" }),
  preview: z
    .array(z.object({ row: z.int(), cells: z.array(z.string()) }))
    .meta({ description: "The first 20 rows as they stand in the list" }),
  unknown_names: z.array(UnknownName),
  counts: z.object({
    good: count,
    wrong: count,
    skipped: count.meta({ description: "Rows above the headings, and totals" }),
    // Lists that were read before these were counted have none.
    totals: count.default(0).meta({ description: "Of the skipped: lines of sums" }),
    blank: count.default(0).meta({ description: "Blank rows between others, from the first that counts" }),
  }),
});
export type FleetSummary = z.output<typeof FleetSummary>;
