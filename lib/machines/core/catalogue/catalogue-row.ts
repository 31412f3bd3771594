import type { Confidence, Cooling, ModelSource, ModelStatus } from "../../schemas";

/**
 * One bin as the tables of this folder write it. `sources` counts the independent sources that agree on the model's
 * efficiency within 3 %; status is "shipped" where it isn't said.
 */
export type CatalogueRow = readonly [
  modelName: string,
  hashrateThs: number,
  powerW: number,
  releaseYear: number,
  cooling: Cooling,
  confidence: Confidence,
  sources: number,
  source: Exclude<ModelSource, "operator">,
  status?: ModelStatus,
];
