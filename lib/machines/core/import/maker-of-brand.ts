import { normaliseName } from "../model-name";

const MAKERS = new Map([
  ["antminer", "Bitmain"],
  ["whatsminer", "MicroBT"],
  ["avalon", "Canaan"],
  ["sealminer", "Bitdeer"],
  ["teraflux", "Auradine"],
]);

/** Who makes a machine whose name begins with its brand; empty where that says nothing. */
export const makerOfBrand = (modelName: string): string =>
  MAKERS.get(normaliseName(modelName).split(" ")[0] ?? "") ?? "";
