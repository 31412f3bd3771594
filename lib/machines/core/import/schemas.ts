import { z } from "zod";
import { fromText } from "@/lib/kernel/from-text";
import { ModelFacts, Twin } from "../administration/schemas";
import { FileField } from "../columns/form-fields";
import { IMPORT_FIELDS, type ImportField } from "./import-fields";

/** How much one file may hold; the heading comes on top. */
export const IMPORT_LIMITS = { rows: 2_000, bytes: 5 << 20, columns: 60, cellLength: 300 } as const;

/** Without these columns nothing is read. Maker and hashrate may stand in the name, cooling and status have defaults. */
export const REQUIRED_FIELDS: readonly ImportField[] = ["model_name", "power_w", "release_year"];

const columnNumber = z.int().min(1).max(IMPORT_LIMITS.columns).nullable();

/** Which column holds what, counted from 1 as a spreadsheet's A is; null: none. What isn't named is guessed. */
export const Mapping = z.strictObject(
  Object.fromEntries(IMPORT_FIELDS.map((field) => [field, columnNumber.optional()])) as Record<
    ImportField,
    z.ZodOptional<typeof columnNumber>
  >,
);
export type Mapping = z.output<typeof Mapping>;

const mapping = z.preprocess(fromText, Mapping.optional()).meta({
  override: { type: "string", description: 'JSON, such as {"power_w": 4}: columns from 1; the rest is guessed' },
});

/** `"2-38,40"`: numbers of rows, as the preview gives them. */
const rows = z
  .union(
    [
      z.array(z.int().min(1)).max(IMPORT_LIMITS.rows),
      z
        .string()
        .max(40_000)
        .regex(/^\d{1,7}(-\d{1,7})?(,\d{1,7}(-\d{1,7})?)*$/),
    ],
    {
      error: "Name the rows to add, such as 2-38,40.",
    },
  )
  .transform((given) => (typeof given === "string" ? rowsOf(given) : new Set(given)))
  .meta({ override: { type: "string", description: "Rows to add as the preview numbers them", example: "2-38,40" } });

/** More than a file may hold is cut: what isn't in it can't be added. */
function rowsOf(text: string): Set<number> {
  const numbers = new Set<number>();
  for (const part of text.split(",")) {
    const [from = 0, to = from] = part.split("-").map(Number);
    for (let row = from; row <= to && numbers.size <= IMPORT_LIMITS.rows; row++) numbers.add(row);
  }
  return numbers;
}

export const PreviewImport = z.strictObject({ file: FileField, mapping });

export const CommitImport = z.strictObject({ file: FileField, mapping, rows });

const field = z.enum(IMPORT_FIELDS);

export const ImportCellError = z.object({
  field,
  column: z.int().nullable().meta({ description: "From 1; null: the file has no such column" }),
  code: z.string(),
  message: z.string(),
  text: z.string().meta({ description: "What stands in the cell, its beginning" }),
});
export type ImportCellError = z.output<typeof ImportCellError>;

export const ImportRow = z.object({
  row: z.int().meta({ description: "As a spreadsheet numbers it" }),
  state: z.enum(["ready", "known", "wrong"]),
  label: z.string().nullable(),
  facts: ModelFacts.nullable(),
  errors: z.array(ImportCellError),
  twin: Twin.nullable().meta({ description: "The same machine in the catalogue" }),
  twin_row: z.int().nullable().meta({ description: "The same machine in an earlier row of the file" }),
  addable: z.boolean().meta({ description: "Also where the shared catalogue has it: as your own version" }),
});
export type ImportRow = z.output<typeof ImportRow>;

export const ImportColumn = z.object({
  column: z.int(),
  heading: z.string(),
  field: field.nullable(),
  sample: z.string(),
  repeats: z.boolean().meta({ description: "Its heading says the same as an earlier one's" }),
});
export type ImportColumn = z.output<typeof ImportColumn>;

const count = z.int().min(0);

export const ImportPreview = z.object({
  file_name: z.string(),
  columns: z.array(ImportColumn),
  missing: z.array(field).meta({ description: "Needed, and in no column: nothing was read" }),
  rows: z.array(ImportRow),
  counts: z.object({ ready: count, known: count, wrong: count }),
});
export type ImportPreview = z.output<typeof ImportPreview>;

export const ImportOutcome = z.object({
  added: count,
  skipped: z.array(z.object({ row: z.int(), label: z.string() })).meta({
    description: "In the catalogue already: sent twice, or added by somebody else in the meantime",
  }),
});
export type ImportOutcome = z.output<typeof ImportOutcome>;

export const TEMPLATE_FORMATS = ["csv", "xlsx"] as const;

export const TemplateInput = z.strictObject({
  format: z.enum(TEMPLATE_FORMATS, { error: "Choose csv or xlsx." }).default("csv"),
  lang: z.enum(["en", "zh"], { error: "Choose en or zh." }).optional(),
});
