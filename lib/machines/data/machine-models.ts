import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { modelLabel } from "../core/model-name";
import { Confidence, Cooling, type MachineModel, ModelSource, ModelStatus } from "../schemas";

type InUnit = { unit: UnitOfWork };

/** Every row of `miner_models`, straight from the table. */
export async function readModels(ctx: InUnit): Promise<MachineModel[]> {
  const rows = await (await tx(ctx)).minerModel.findMany({ orderBy: { id: "asc" } });
  return rows.map((row) => ({
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
  }));
}

/** Rows that another process has inserted in the meantime are skipped. */
export async function insertModels(ctx: InUnit, models: readonly MachineModel[]): Promise<number> {
  if (models.length === 0) return 0;
  const data = models.map((model) => ({ id: model.id, ...facts(model) }));
  return (await (await tx(ctx)).minerModel.createMany({ data, skipDuplicates: true })).count;
}

export async function updateModel(ctx: InUnit, model: MachineModel): Promise<void> {
  await (await tx(ctx)).minerModel.update({ where: { id: model.id }, data: facts(model), select: { id: true } });
}

const facts = (model: MachineModel) => ({
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
