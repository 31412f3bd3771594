import type { MachineModel } from "../../schemas";
import { splitBin } from "../model-name";
import { resolveModel } from "../resolve-model";
import type { ChosenModels } from "./schemas";

export type FoundModel = { model: MachineModel } | { model: null; candidates: string[] };

/**
 * Finds the machine that a list's name means; `hashrateTh` is what the list says of it, and tells the bin where the name
 * doesn't. A name that the catalogue doesn't know is the machine that somebody chose for it, or none: never the nearest.
 */
export function modelFinder(models: readonly MachineModel[], chosen: ChosenModels) {
  const byName = new Map(Object.entries(chosen));
  const known = new Map<string, FoundModel>();
  return (name: string, hashrateTh: number | null): FoundModel => {
    const key = `${hashrateTh ?? ""}|${name}`;
    const found = known.get(key) ?? find(models, { name, hashrateTh, chosenId: byName.get(name) });
    known.set(key, found);
    return found;
  };
}

type Wanted = { name: string; hashrateTh: number | null; chosenId: string | undefined };

function find(models: readonly MachineModel[], { name, hashrateTh, chosenId }: Wanted): FoundModel {
  const chosen = chosenId === undefined ? undefined : models.find(({ id }) => id === chosenId);
  if (chosen) return { model: chosen };
  if (hashrateTh !== null && splitBin(name).binTh === null) {
    const binned = resolveModel(models, `${name} ${hashrateTh}T`);
    if (binned.model) return binned;
  }
  const found = resolveModel(models, name);
  return found.model ? found : { model: null, candidates: found.suggestions };
}
