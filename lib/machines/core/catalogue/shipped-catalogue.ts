import type { MachineModel } from "../../schemas";
import { efficiency, modelId, modelLabel } from "../model-name";
import { auradine } from "./auradine";
import { bitdeer } from "./bitdeer";
import { bitmain } from "./bitmain";
import { canaan } from "./canaan";
import type { CatalogueRow } from "./catalogue-row";
import { microbt } from "./microbt";

const MAKERS = { Bitmain: bitmain, MicroBT: microbt, Canaan: canaan, Bitdeer: bitdeer, Auradine: auradine };

/** The machines that the product knows when it is installed; the table `miner_models` begins with them. */
export const shippedCatalogue: readonly MachineModel[] = Object.entries(MAKERS).flatMap(([manufacturer, rows]) =>
  rows.map((row) => toModel(manufacturer, row)),
);

function toModel(manufacturer: string, row: CatalogueRow): MachineModel {
  const [modelName, hashrateThs, powerW, releaseYear, cooling, confidence, sources, source, status = "shipped"] = row;
  return {
    id: modelId(modelName, hashrateThs),
    model_name: modelName,
    label: modelLabel(modelName, hashrateThs),
    manufacturer,
    hashrate_th: hashrateThs,
    power_w: powerW,
    efficiency: efficiency(powerW, hashrateThs),
    release_year: releaseYear,
    cooling,
    source,
    source_count: sources,
    confidence,
    status,
    scope: "shared",
    retired_at: null,
  };
}
