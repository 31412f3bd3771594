import type { Cooling, MachineModel } from "../schemas";
import { compact, normaliseName, spellings } from "./model-name";

export type ModelFilter = {
  search?: string | undefined;
  manufacturer?: string | undefined;
  cooling?: Cooling | undefined;
};

/**
 * The machines that hold every word of `search` somewhere in their maker, name, bin or cooling, in any order and spelling
 * (`"200t s21"`, `"s21pro"`, full-width, `"hydro"` for Hyd). Best first: the whole name, then its beginning, then the
 * beginnings of words, then any part; among equals the newer, then the more efficient, then the larger.
 */
export function searchModels<M extends MachineModel>(models: readonly M[], filter: ModelFilter): M[] {
  const search = filter.search?.trim() ?? "";
  const words = normaliseName(search).split(" ").filter(Boolean);
  // Only brackets or hyphens: something was asked for, and no name is made of that.
  if (search !== "" && words.length === 0) return [];
  const maker = filter.manufacturer ? normaliseName(filter.manufacturer) : "";
  return models
    .filter((model) => filter.cooling === undefined || model.cooling === filter.cooling)
    .filter((model) => maker === "" || normaliseName(model.manufacturer) === maker)
    .map((model) => ({ model, rank: rank(model, words) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || newerAndBetter(a.model, b.model))
    .map(({ model }) => model);
}

const NO_MATCH = 4;

function rank(model: MachineModel, words: string[]): number {
  if (words.length === 0) return 0;
  const { written, anywhere, names } = textOf(model);
  if (!words.every((word) => anywhere.includes(word))) return NO_MATCH;
  const asked = words.join("");
  if (names.includes(asked)) return 0;
  if (names.some((name) => name.startsWith(asked))) return 1;
  return words.every((word) => written.some((part) => part.startsWith(word))) ? 2 : 3;
}

type Text = { written: string[]; anywhere: string; names: string[] };
const known = new WeakMap<MachineModel, Text>();

/** What a search may hit in a model, made once for each. */
function textOf(model: MachineModel): Text {
  const made = known.get(model);
  if (made) return made;
  const label = normaliseName(model.label);
  const written = [model.manufacturer, model.label, label, model.cooling].join(" ").toLowerCase();
  const text = {
    written: written.split(" "),
    anywhere: `${written} ${compact(label)}`,
    names: [model.model_name, model.label].flatMap((name) => [...spellings(name, model.manufacturer)]),
  };
  known.set(model, text);
  return text;
}

const newerAndBetter = (a: MachineModel, b: MachineModel): number =>
  b.release_year - a.release_year ||
  a.efficiency - b.efficiency ||
  b.hashrate_th - a.hashrate_th ||
  a.label.localeCompare(b.label, "en");
