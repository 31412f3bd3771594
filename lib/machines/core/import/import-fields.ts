import type { ModelFacts } from "../administration/schemas";

/** What a list of models can say of each. */
export const IMPORT_FIELDS = [
  "model_name",
  "manufacturer",
  "hashrate_th",
  "power_w",
  "release_year",
  "cooling",
  "status",
] as const satisfies (keyof ModelFacts)[];
export type ImportField = (typeof IMPORT_FIELDS)[number];
