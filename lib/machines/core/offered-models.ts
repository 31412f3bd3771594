import type { MachineModel } from "../schemas";
import { twinsOf } from "./model-twins";

const known = new WeakMap<readonly MachineModel[], readonly MachineModel[]>();

/**
 * What lists and pickers offer: nothing that is retired, and of a machine that the company keeps itself only its own
 * row, since both go by one name. Made once for a list.
 */
export function offeredModels(models: readonly MachineModel[]): readonly MachineModel[] {
  const made = known.get(models);
  if (made) return made;
  const current = models.filter(({ retired_at }) => retired_at === null);
  const own = current.filter(({ scope }) => scope === "private");
  const twins = twinsOf(own);
  const offered =
    own.length === 0
      ? current
      : current.filter((model) => model.scope === "private" || twins.find(model) === undefined);
  known.set(models, offered);
  return offered;
}
