import type { MachineModel } from "../schemas";
import { closestLabels } from "./closest-labels";
import { defaultBin } from "./default-bin";
import { compact, spellings, splitBin } from "./model-name";
import { machineKey } from "./model-twins";

/** Either the one machine that is meant, or nothing and the labels of up to three that it may have been. */
export type Resolution = { model: MachineModel } | { model: null; suggestions: string[] };

/**
 * Finds the machine that a written name means: `"Antminer S21 200T"`, `"s21 200 TH/s"`, `"Bitmain Antminer S21"`, or an id.
 * Spelling is forgiven, identity is not: a name matches whole or not at all. Without a bin it means the model's largest
 * verified one, or its largest if none is verified. A company's own machine goes before a shared one of the same name;
 * a retired one is found where no other has its name.
 */
export function resolveModel(models: readonly MachineModel[], text: string): Resolution {
  const { names, ids } = indexOf(models);
  const byId = ids.get(text.trim().toLowerCase());
  if (byId) return { model: byId };
  const { name, binTh } = splitBin(text);
  const found = pick(names.get(compact(name)), binTh) ?? bareBin(names, name);
  return found ? { model: found } : { model: null, suggestions: closestLabels(models, name, binTh) };
}

/** All that have the name; where those are several machines, the company's own, then the shared ones. */
function pick(bins: MachineModel[] | undefined, binTh: number | null): MachineModel | undefined {
  if (!bins) return undefined;
  const groups = [
    bins,
    bins.filter(({ scope }) => scope === "private"),
    bins.filter(({ scope }) => scope === "shared"),
  ];
  for (const group of groups) {
    const found = new Set(group.map(machineKey)).size === 1 ? binOf(group, binTh) : undefined;
    if (found) return found;
  }
  return undefined;
}

function binOf(bins: MachineModel[], binTh: number | null): MachineModel | undefined {
  const named = binTh === null ? bins : bins.filter((bin) => bin.hashrate_th === binTh);
  const current = named.filter(({ retired_at }) => retired_at === null);
  const usable = current.length > 0 ? current : named;
  const own = new Set(usable.filter(({ scope }) => scope === "private").map(({ hashrate_th }) => hashrate_th));
  return defaultBin(usable.filter((bin) => bin.scope === "private" || !own.has(bin.hashrate_th)));
}

/** `"S21 200"`: a last word that is no part of the name but exactly one of its bins. */
function bareBin(names: Names, name: string): MachineModel | undefined {
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  if (words.length < 2 || !/^\d+(\.\d+)?$/u.test(last)) return undefined;
  return pick(names.get(compact(words.slice(0, -1).join(" "))), Number(last));
}

type Names = Map<string, MachineModel[]>;
type Index = { names: Names; ids: Map<string, MachineModel> };
const indexes = new WeakMap<readonly MachineModel[], Index>();

/** Every spelling of every model, made once for a list: a batch resolves thousands of names against the same one. */
function indexOf(models: readonly MachineModel[]): Index {
  const known = indexes.get(models);
  if (known) return known;
  const names: Names = new Map();
  for (const model of models) {
    for (const key of spellings(model.model_name, model.manufacturer)) {
      const bins = names.get(key);
      if (bins) bins.push(model);
      else names.set(key, [model]);
    }
  }
  const index = { names, ids: new Map(models.map((model) => [model.id.toLowerCase(), model])) };
  indexes.set(models, index);
  return index;
}
