import type { MachineModel } from "../../schemas";

/** A row as the audit log keeps it: what was entered of it, and what it is worth. */
export const auditFacts = (model: MachineModel) => ({
  model_name: model.model_name,
  manufacturer: model.manufacturer,
  hashrate_th: model.hashrate_th,
  power_w: model.power_w,
  release_year: model.release_year,
  cooling: model.cooling,
  status: model.status,
  source: model.source,
  source_count: model.source_count,
  confidence: model.confidence,
});
