import { z } from "zod";
import { fromText } from "@/lib/kernel/from-text";
import { FileField } from "../columns/form-fields";
import { FLEET_FIELDS } from "./fleet-fields";
import { ChosenModels, FleetCellError, FleetMapping, FleetReading, HeadingRow } from "./schemas";

/** How a form says how its list is read; what isn't said is guessed. */
const readingFields = {
  heading_row: z.preprocess(fromText, HeadingRow.optional()).meta({
    override: {
      type: "string",
      description: "The row with the headings as a spreadsheet numbers it; null: there is none",
    },
  }),
  mapping: z.preprocess(fromText, FleetMapping.optional()).meta({
    override: {
      type: "string",
      description: 'JSON, such as {"power_w": 4}: columns from 1, null for none; the rest is guessed',
    },
  }),
  models: z.preprocess(fromText, ChosenModels.optional()).meta({
    override: {
      type: "string",
      description: 'JSON, such as {"S21 Prro": "antminer-s21-pro-234t"}: machines that you chose for names of the list',
    },
  }),
} as const;

export const ImportMiners = z.strictObject({ file: FileField, ...readingFields });

export const ImportId = z.strictObject({ id: z.uuid({ error: "Name the list by its id." }) });

type AskedReading = { [Part in keyof FleetReading]?: FleetReading[Part] | undefined };

/** The reading that was asked for. */
export const readingOf = ({ mapping = {}, models = {}, heading_row }: AskedReading): FleetReading => ({
  ...{ mapping, models },
  ...(heading_row === undefined ? {} : { heading_row }),
});

const count = z.int().min(0);

/** What became of a list's rows when they were kept. */
export const FleetOutcome = z
  .object({
    rows_kept: count,
    machines_kept: count.meta({ description: "Sum of their quantities" }),
    rows_kept_before: count.meta({ description: "Kept already when this list was kept before" }),
    rows_without_model: count.meta({ description: "Given by their numbers: there is no model to keep them as" }),
    rows_wrong: count,
    errors: z
      .array(FleetCellError.extend({ row: z.int() }))
      .meta({ description: "The first hundred; all of them are in GET /api/miners/import/{id}/errors" }),
    finished_at: z.iso.datetime(),
  })
  .meta({ id: "FleetOutcome" });
export type FleetOutcome = z.output<typeof FleetOutcome>;

export const FleetImport = z
  .object({
    id: z.uuid(),
    file_name: z.string(),
    created_at: z.iso.datetime(),
    reading: FleetReading,
    kept: FleetOutcome.nullable().meta({ description: "null: not kept, or not yet" }),
  })
  .meta({ id: "FleetImport" });
export type FleetImport = z.output<typeof FleetImport>;

/** Long work that was asked for: how far it is stands under `/api/work/{work_id}`. */
export const AskedImport = z
  .object({ id: z.uuid().meta({ description: "Of the list" }), work_id: z.uuid(), file_name: z.string() })
  .meta({ id: "AskedImport" });

export const ErrorsInput = ImportId.extend({ lang: z.enum(["en", "zh"], { error: "Choose en or zh." }).optional() });

export const FormatOutput = z
  .object({
    formats: z.array(z.string()),
    encodings: z.array(z.string()),
    limits: z.object({ rows: z.int(), bytes: z.int(), columns: z.int() }),
    fields: z.array(
      z.object({
        field: z.enum(FLEET_FIELDS),
        required: z.boolean(),
        what: z.string(),
        headings: z.array(z.string()).meta({ description: "Headings by which the column is known" }),
        example: z.string(),
      }),
    ),
    notes: z.array(z.string()),
    template: z.object({ csv: z.string(), xlsx: z.string() }),
  })
  .meta({ id: "FleetFormat" });
export type FormatOutput = z.output<typeof FormatOutput>;
