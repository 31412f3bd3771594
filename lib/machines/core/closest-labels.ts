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
  const alike = shapesOf(models)
    .map((shape) => ({ bins: shape.bins, likeness: dice(wanted, shape.pairs) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
  const named = alike.filter(({ likeness }) => likeness === 1).flatMap(({ bins }) => nearest(bins, binTh));
  const rest = alike.filter(({ likeness }) => likeness < 1).flatMap(({ bins }) => nearest(bins, binTh).slice(0, 1));
  const labels = (named.length > 0 ? named : rest).map((model) => model.label);
  return [...new Set(labels)].slice(0, SUGGESTIONS);
}

function nearest(bins: MachineModel[], binTh: number | null): MachineModel[] {
  const best = defaultBin(bins);
  if (binTh === null) return best ? [best] : [];
  return bins.toSorted((a, b) => Math.abs(a.hashrate_th - binTh) - Math.abs(b.hashrate_th - binTh));
}

type Shape = { bins: MachineModel[]; pairs: Set<string> };
const known = new WeakMap<readonly MachineModel[], Shape[]>();

/** The bins and letter pairs of each model, made once for a list: a batch may hold thousands of unknown names. */
function shapesOf(models: readonly MachineModel[]): Shape[] {
  const made = known.get(models);
  if (made) return made;
  const byName = new Map<string, Shape>();
  for (const model of models) {
    if (model.retired_at !== null) continue;
    const shape = byName.get(model.model_name);
    if (shape) shape.bins.push(model);
    else byName.set(model.model_name, { bins: [model], pairs: pairs(normaliseName(model.model_name)) });
  }
  const shapes = [...byName.values()];
  known.set(models, shapes);
  return shapes;
}

/** Letter pairs, with the borders of the word so that the beginning of a name counts. */
function pairs(name: string): Set<string> {
  const text = `^${compact(withoutBrand(name))}$`;
  return new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
}

/** Sørensen and Dice: twice what two sets share, over what they hold together. 1 is equal, 0 has nothing in common. */
function dice(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}
