import type { MachineModel } from "../schemas";

export type SeedPlan = { insert: MachineModel[]; update: MachineModel[]; unchanged: number; kept: number };

/**
 * What makes the stored table hold the shipped catalogue: new rows, and changed ones by their name and bin. Rows that an
 * operator entered or edited are kept as they are; rows that the catalogue no longer ships stay, for machines refer to them.
 */
export function planSeed(stored: readonly MachineModel[], shipped: readonly MachineModel[]): SeedPlan {
  const known = new Map(stored.map((model) => [model.label, model]));
  const plan: SeedPlan = { insert: [], update: [], unchanged: 0, kept: 0 };
  for (const model of shipped) {
    const before = known.get(model.label);
    if (!before) plan.insert.push(model);
    else if (before.source === "operator") plan.kept++;
    else if (sameFacts(before, model)) plan.unchanged++;
    else plan.update.push({ ...model, id: before.id });
  }
  return plan;
}

const sameFacts = (a: MachineModel, b: MachineModel): boolean =>
  (Object.keys(a) as (keyof MachineModel)[]).every((fact) => fact === "id" || a[fact] === b[fact]);
