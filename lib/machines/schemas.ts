import { z } from "zod";

export { AskedImport, FleetImport, ImportId, ImportMiners, readingOf } from "./core/fleet/import-schemas";
export { ChosenModels, FleetCellError, FleetMapping, FleetRow, FleetSummary, HeadingRow } from "./core/fleet/schemas";
export { ListUserMiners, UserMiner } from "./core/user-miners/schemas";

export const Cooling = z.enum(["air", "hydro", "immersion"], { error: "Choose air, hydro or immersion." });
export type Cooling = z.output<typeof Cooling>;

export const ModelSource = z.enum(["manufacturer", "published", "operator"]);
export type ModelSource = z.output<typeof ModelSource>;

export const Confidence = z.enum(["verified", "probable"]);
export type Confidence = z.output<typeof Confidence>;

export const ModelStatus = z.enum(["shipped", "announced"]);
export type ModelStatus = z.output<typeof ModelStatus>;

/** Shared: everybody's, kept by the platform. Private: one company's own, which nobody else sees. */
export const CatalogueScope = z.enum(["shared", "private"], { error: "Choose shared or private." });
export type CatalogueScope = z.output<typeof CatalogueScope>;

/** One bin of one machine: makers sell a model in several hashrates, and each is a row of its own. */
export const MachineModel = z
  .object({
    id: z.string().meta({ description: "Stable across installations", example: "antminer-s21-200t" }),
    model_name: z.string().meta({ description: "Without the bin", example: "Antminer S21" }),
    label: z.string().meta({ description: "With the bin, unique in the catalogue", example: "Antminer S21 200T" }),
    manufacturer: z.string().meta({ example: "Bitmain" }),
    hashrate_th: z.number().positive().meta({ description: "TH/s", example: 200 }),
    power_w: z.number().positive().meta({ description: "W at the wall", example: 3550 }),
    efficiency: z
      .number()
      .positive()
      .meta({ description: "J/TH: power_w / hashrate_th, to two decimals", example: 17.75 }),
    release_year: z.int(),
    cooling: Cooling,
    source: ModelSource.meta({
      description: "manufacturer: its own figures; published: dealers and reference lists; operator: entered here",
    }),
    source_count: z
      .int()
      .min(0)
      .meta({ description: "Independent sources that agree on the model's efficiency within 3 %" }),
    confidence: Confidence.meta({
      description: "verified: three independent sources agree, none disagrees; probable: two",
    }),
    status: ModelStatus.meta({ description: "announced: no proof yet that machines reached customers" }),
    scope: CatalogueScope.meta({ description: "private: your company's own, seen by its staff alone" }),
    retired_at: z.iso.datetime().nullable().meta({ description: "Since when it is no longer offered" }),
  })
  .meta({ id: "MachineModel" });
export type MachineModel = z.output<typeof MachineModel>;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `At most ${max} characters.` });

export const ListModels = z.strictObject({
  search: text(100).optional().meta({ description: "Parts of a name in any order", example: "s21 200t" }),
  manufacturer: text(60).optional().meta({ example: "Bitmain" }),
  cooling: Cooling.optional(),
  limit: z.coerce
    .number({ error: "A whole number from 1 to 200." })
    .int({ error: "A whole number from 1 to 200." })
    .min(1, { error: "At least 1." })
    .max(200, { error: "At most 200." })
    .default(50),
  cursor: text(200).optional().meta({ description: "next_cursor of the page before" }),
});
export type ListModels = z.output<typeof ListModels>;

export const ModelPage = z
  .object({
    items: z.array(MachineModel),
    next_cursor: z.string().nullable(),
    total: z.int().min(0).meta({ description: "All matches, over all pages" }),
  })
  .meta({ id: "MachineModelPage" });
export type ModelPage = z.output<typeof ModelPage>;

/** What a model picker in the browser needs of a row, and no more. */
export const PickerModel = z.object({
  id: z.string(),
  name: z.string(),
  hashrate_th: z.number(),
  power_w: z.number(),
  cooling: Cooling,
  year: z.int(),
  confidence: Confidence,
  status: ModelStatus,
  retired: z.literal(true).optional().meta({ description: "Found by its name, but no longer offered" }),
});
export type PickerModel = z.output<typeof PickerModel>;

export const PickerModels = z.array(PickerModel);

/** What `seedCatalogue` did. */
export const SeedSummary = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  kept: z.int().meta({ description: "Rows that an operator has edited and the shipped catalogue leaves alone" }),
});
export type SeedSummary = z.output<typeof SeedSummary>;
