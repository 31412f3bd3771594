import type { MachineModel } from "../schemas";
import { defaultBin } from "./default-bin";
import { compact, normaliseName, withoutBrand } from "./model-name";

const SUGGESTIONS = 3;
/** Below this share of common letter pairs a suggestion would only puzzle. */
const ALIKE = 0.3;

/**
 * Labels of the machines that a name (normalised, without its bin) may have meant, closest first. Where the name is right
 * and only the bin is not, these are the model's nearest bins; otherwise one bin of each of the most similar models.
 */
export function closestLabels(models: readonly MachineModel[], name: string, binTh: number | null): string[] {
  const wanted = pairs(name);
  const alike = [...byName(models)]
    .map(([modelName, bins]) => ({ bins, likeness: dice(wanted, pairs(normaliseName(modelName))) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
  const named = alike.filter(({ likeness }) => likeness === 1).flatMap(({ bins }) => nearest(bins, binTh));
  const rest = alike.filter(({ likeness }) => likeness < 1).flatMap(({ bins }) => nearest(bins, binTh).slice(0, 1));
  return (named.length > 0 ? named : rest).slice(0, SUGGESTIONS).map((model) => model.label);
}

function byName(models: readonly MachineModel[]): Map<string, MachineModel[]> {
  const names = new Map<string, MachineModel[]>();
  for (const model of models) names.set(model.model_name, [...(names.get(model.model_name) ?? []), model]);
  return names;
}

function nearest(bins: MachineModel[], binTh: number | null): MachineModel[] {
  const best = defaultBin(bins);
  if (binTh === null) return best ? [best] : [];
  return bins.toSorted((a, b) => Math.abs(a.hashrate_th - binTh) - Math.abs(b.hashrate_th - binTh));
}

/** Letter pairs, with the borders of the word so that the beginning of a name counts. */
function pairs(name: string): Set<string> {
  const text = `^${compact(withoutBrand(name))}$`;
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

/** Sørensen and Dice: twice what two sets share, over what they hold together. 1 is equal, 0 has nothing in common. */
function dice(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}
