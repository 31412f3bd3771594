import type { MachineModel } from "../schemas";
import { closestLabels } from "./closest-labels";
import { defaultBin } from "./default-bin";
import { compact, spellings, splitBin } from "./model-name";

/** Either the one machine that is meant, or nothing and the labels of up to three that it may have been. */
export type Resolution = { model: MachineModel } | { model: null; suggestions: string[] };

/**
 * Finds the machine that a written name means: `"Antminer S21 200T"`, `"s21 200 TH/s"`, `"Bitmain Antminer S21"`, or an id.
 * Spelling is forgiven, identity is not: a name matches whole or not at all. Without a bin it means the model's largest
 * verified one, or its largest if none is verified.
 */
export function resolveModel(models: readonly MachineModel[], text: string): Resolution {
  const { name, binTh } = splitBin(text);
  const index = indexOf(models);
  const found = pick(index.get(compact(name)), binTh) ?? bareBin(index, name);
  return found ? { model: found } : { model: null, suggestions: closestLabels(models, name, binTh) };
}

function pick(bins: MachineModel[] | undefined, binTh: number | null): MachineModel | undefined {
  if (!bins || new Set(bins.map((bin) => bin.model_name)).size > 1) return undefined;
  return binTh === null ? defaultBin(bins) : bins.find((bin) => bin.hashrate_th === binTh);
}

/** `"S21 200"`: a last word that is no part of the name but exactly one of its bins. */
function bareBin(index: Index, name: string): MachineModel | undefined {
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  if (words.length < 2 || !/^\d+(\.\d+)?$/u.test(last)) return undefined;
  return pick(index.get(compact(words.slice(0, -1).join(" "))), Number(last));
}

type Index = Map<string, MachineModel[]>;
const indexes = new WeakMap<readonly MachineModel[], Index>();

/** Every spelling of every model, made once for a list: a batch resolves thousands of names against the same one. */
function indexOf(models: readonly MachineModel[]): Index {
  const known = indexes.get(models);
  if (known) return known;
  const index: Index = new Map();
  for (const model of models) {
    for (const key of spellings(model.model_name, model.manufacturer)) {
      index.set(key, [...(index.get(key) ?? []), model]);
    }
  }
  indexes.set(models, index);
  return index;
}
