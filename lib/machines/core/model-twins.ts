import type { MachineModel } from "../schemas";
import { compact, normaliseName, withoutBrand } from "./model-name";

type Named = Pick<MachineModel, "model_name" | "manufacturer">;
type Bin = Pick<MachineModel, "model_name" | "manufacturer" | "hashrate_th">;

/** The maker and the name without its brand: equal for every way to write one model. */
export const machineKey = ({ model_name, manufacturer }: Named): string =>
  `${compact(normaliseName(manufacturer))} ${compact(withoutBrand(normaliseName(model_name)))}`;

/**
 * By what two rows are the same machine, however they are written: the whole name whoever makes it, or the maker with
 * the name without its brand; each with the bin. Two makers may use one short name.
 */
const twinKeys = (bin: Bin): [string, string] => [
  `${compact(normaliseName(bin.model_name))} ${bin.hashrate_th}`,
  `${machineKey(bin)} ${bin.hashrate_th}`,
];

type Twins<M> = {
  /** The row that is the same machine as what is asked for. */
  find(wanted: Bin): M | undefined;
  add(model: M): void;
};

/** Rows by what makes them the same machine; of several that are, the first is found. */
export function twinsOf<M extends Bin>(models: readonly M[]): Twins<M> {
  const byKey = new Map<string, M>();
  const add = (model: M) => {
    for (const key of twinKeys(model)) if (!byKey.has(key)) byKey.set(key, model);
  };
  for (const model of models) add(model);
  return { add, find: (wanted) => twinKeys(wanted).flatMap((key) => byKey.get(key) ?? [])[0] };
}
