import type { MachineModel } from "../schemas";

export type SeedPlan = {
  insert: MachineModel[];
  update: { before: MachineModel; after: MachineModel }[];
  unchanged: number;
  kept: number;
};

/**
 * What makes the stored table hold the shipped catalogue: new rows, and changed ones by their name and bin. Rows that an
 * operator entered, edited or renamed are kept as they are, retired ones stay retired, and rows that the catalogue no
 * longer ships stay, for machines refer to them.
 */
export function planSeed(stored: readonly MachineModel[], shipped: readonly MachineModel[]): SeedPlan {
  const byLabel = new Map(stored.map((model) => [model.label, model]));
  const byId = new Map(stored.map((model) => [model.id, model]));
  const plan: SeedPlan = { insert: [], update: [], unchanged: 0, kept: 0 };
  for (const model of shipped) {
    const before = byLabel.get(model.label) ?? byId.get(model.id);
    if (!before) plan.insert.push(model);
    else if (before.source === "operator") plan.kept++;
    else if (sameFacts(before, model)) plan.unchanged++;
    else plan.update.push({ before, after: { ...model, id: before.id, retired_at: before.retired_at } });
  }
  return plan;
}

/** What is not a fact about the machine, but about its row. */
const OF_THE_ROW: readonly string[] = ["id", "scope", "retired_at"];

const sameFacts = (a: MachineModel, b: MachineModel): boolean =>
  (Object.keys(a) as (keyof MachineModel)[]).every((fact) => OF_THE_ROW.includes(fact) || a[fact] === b[fact]);
