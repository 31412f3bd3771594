import { z } from "zod";
import { CatalogueScope, Cooling, MachineModel, ModelStatus } from "../../schemas";
import { nameField } from "../name-field";
import { CATALOGUE_SORTS } from "./catalogue-sorts";

const amount = (min: number, max: number, digits: number) =>
  z
    .number({ error: `A number from ${min} to ${max}.` })
    .overwrite((value) => Math.round(value * 10 ** digits) / 10 ** digits)
    .min(min, { error: `At least ${min}.` })
    .max(max, { error: `At most ${max}.` });

/** What is entered of a machine; all else is derived. Also the limits that a form and an import go by. */
export const ModelFacts = z.strictObject({
  model_name: nameField(80, "Without the bin").meta({ example: "Antminer S21" }),
  manufacturer: nameField(60).meta({ example: "Bitmain" }),
  hashrate_th: amount(0.001, 1e6, 4).meta({ description: "TH/s, to four decimals", example: 200 }),
  power_w: amount(0.1, 1e6, 2).meta({ description: "W at the wall, to two decimals", example: 3550 }),
  release_year: z
    .int({ error: "A year from 2009 to 2100." })
    .min(2009, { error: "No machine is older than 2009." })
    .max(2100, { error: "A year up to 2100." }),
  cooling: Cooling,
  status: z.enum(ModelStatus.options, { error: "Choose shipped or announced." }),
});
export type ModelFacts = z.output<typeof ModelFacts>;

export const AddModel = ModelFacts.extend({
  status: ModelFacts.shape.status.default("shipped"),
  beside_shared: z.boolean().default(false).meta({
    description: "Add it also where the shared catalogue has the machine: your own figures then stand for its name",
  }),
});

const Id = z.string().min(1).max(120);
const Version = z.int().min(1).meta({ description: "Of the row that was read" });

export const EditModel = z.strictObject({ ...ModelFacts.partial().shape, id: Id, version: Version });

export const ModelId = z.strictObject({ id: Id });

export const ModelAndVersion = z.strictObject({ id: Id, version: Version });

/** A row as those see it who keep the catalogue. */
export const CatalogueModel = MachineModel.extend({
  version: z.int().meta({ description: "For If-Match" }),
  updated_at: z.iso.datetime(),
  editable: z.boolean().meta({ description: "By whoever asks" }),
}).meta({ id: "CatalogueModel" });
export type CatalogueModel = z.output<typeof CatalogueModel>;

export const ListCatalogue = z.strictObject({
  search: z.string().trim().max(100, { error: "At most 100 characters." }).optional(),
  manufacturer: z.string().trim().max(60, { error: "At most 60 characters." }).optional(),
  cooling: Cooling.optional(),
  scope: CatalogueScope.optional(),
  status: z.enum(["offered", "retired", "all"], { error: "Choose offered, retired or all." }).default("offered"),
  sort: z.enum(CATALOGUE_SORTS, { error: `Choose ${CATALOGUE_SORTS.join(", ")}.` }).default("newest"),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type ListCatalogue = z.output<typeof ListCatalogue>;

const count = z.int().min(0);

export const CataloguePage = z.object({
  items: z.array(CatalogueModel),
  next_cursor: z.string().nullable(),
  total: count.meta({ description: "All matches, over all pages" }),
  counts: z.object({ shared: count, private: count }).meta({ description: "Matches by scope, whichever is asked for" }),
  scopes: z.array(CatalogueScope).meta({ description: "That whoever asks can see" }),
  manufacturers: z.array(z.string()),
  adds_to: CatalogueScope.nullable().meta({ description: "Where whoever asks may add; null: nowhere" }),
});
export type CataloguePage = z.output<typeof CataloguePage>;

/** The row that is the same machine as one that is about to be saved. */
export const Twin = z.object({ id: z.string(), label: z.string(), scope: CatalogueScope, retired: z.boolean() });
export type Twin = z.output<typeof Twin>;

export const FindTwin = z.strictObject({
  model_name: z.string().max(200),
  manufacturer: z.string().max(200),
  hashrate_th: z.number(),
  except: z.string().max(120).optional().meta({ description: "The row that is being edited" }),
});

export const FoundTwin = z.object({ twin: Twin.nullable() });

/** The facts whose changes a history shows. */
export const HISTORY_FIELDS = [...Object.keys(ModelFacts.shape)] as (keyof ModelFacts)[];

export const ModelChange = z.object({
  at: z.iso.datetime(),
  kind: z.enum(["added", "imported", "edited", "retired", "unretired", "corrected"]),
  by: z.object({
    kind: z.enum(["person", "program", "system", "platform"]),
    name: z.string().nullable().meta({ description: "null: who is not known here any more" }),
  }),
  fields: z.array(
    z.object({
      field: z.enum(HISTORY_FIELDS as [keyof ModelFacts, ...(keyof ModelFacts)[]]),
      before: z.union([z.string(), z.number()]).nullable(),
      after: z.union([z.string(), z.number()]).nullable(),
    }),
  ),
});
export type ModelChange = z.output<typeof ModelChange>;

export const ModelHistory = z.object({
  items: z.array(ModelChange).meta({ description: "The last first, at most a hundred" }),
});
