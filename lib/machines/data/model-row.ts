import type { MinerModel } from "@/prisma/generated/client";
import { modelLabel } from "../core/model-name";
import { Confidence, Cooling, type MachineModel, ModelSource, ModelStatus } from "../schemas";

/** A row with what its keepers need: whose it is, and which version. */
export type StoredModel = MachineModel & { version: number; updated_at: string };

export const toStored = (row: MinerModel): StoredModel => ({
  ...toModel(row),
  version: row.version,
  updated_at: row.updatedAt.toISOString(),
});

export const toModel = (row: MinerModel): MachineModel => ({
  id: row.id,
  model_name: row.modelName,
  label: modelLabel(row.modelName, row.hashrateTh.toNumber()),
  manufacturer: row.manufacturer,
  hashrate_th: row.hashrateTh.toNumber(),
  power_w: row.powerW.toNumber(),
  efficiency: row.efficiency.toNumber(),
  release_year: row.releaseYear,
  cooling: Cooling.parse(row.cooling),
  source: ModelSource.parse(row.source),
  source_count: row.sourceCount,
  confidence: Confidence.parse(row.confidence),
  status: ModelStatus.parse(row.status),
  scope: row.tenantId === null ? "shared" : "private",
  retired_at: row.retiredAt?.toISOString() ?? null,
});

/** The columns of what is known of a machine; whose row it is and whether it is retired stand apart. */
export const factColumns = (model: Omit<MachineModel, "id" | "label" | "scope" | "retired_at">) => ({
  modelName: model.model_name,
  manufacturer: model.manufacturer,
  hashrateTh: model.hashrate_th,
  powerW: model.power_w,
  efficiency: model.efficiency,
  releaseYear: model.release_year,
  cooling: model.cooling,
  source: model.source,
  sourceCount: model.source_count,
  confidence: model.confidence,
  status: model.status,
});
