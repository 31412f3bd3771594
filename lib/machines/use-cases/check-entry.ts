import { AppError, type FieldError } from "@/lib/kernel/errors";
import { factsProblems } from "../core/administration/facts-problems";
import { makerSpeller } from "../core/administration/maker-name";
import type { ModelFacts } from "../core/administration/schemas";
import { twinsOf } from "../core/model-twins";
import type { CatalogueScope, MachineModel } from "../schemas";

type Around = { models: readonly MachineModel[]; scope: CatalogueScope; besideShared: boolean };

/**
 * The facts as they are stored, the maker spelled as the catalogue does. Throws `validation` for what can't be, and
 * `conflict` where the catalogue has the machine; that the shared one has it stops a company only until it says so.
 */
export function checkEntry(facts: ModelFacts, { models, scope, besideShared }: Around): ModelFacts {
  const problems = factsProblems(facts);
  if (problems.length > 0) {
    const message = problems.length === 1 ? "One field is not valid." : `${problems.length} fields are not valid.`;
    throw new AppError("validation", message, { errors: problems });
  }
  const spelled = { ...facts, manufacturer: makerSpeller(models)(facts.manufacturer) };
  const twin = twinsOf(models.filter((model) => model.scope === scope)).find(spelled);
  if (twin) throw taken(twin, twin.retired_at === null ? "duplicate" : "retired_duplicate");
  if (scope === "private" && !besideShared) {
    const shared = twinsOf(models.filter((model) => model.scope === "shared")).find(spelled);
    if (shared) throw taken(shared, "shared_duplicate");
  }
  return spelled;
}

const MESSAGES = {
  duplicate: (label: string) => `${label} is in the catalogue already: change that one.`,
  retired_duplicate: (label: string) => `${label} is in the catalogue, but retired: bring it back instead.`,
  shared_duplicate: (label: string) =>
    `The shared catalogue has ${label}: send beside_shared to keep your own figures for it.`,
};

function taken({ id, label }: MachineModel, code: keyof typeof MESSAGES): AppError {
  const error: FieldError = { path: "model_name", code, message: MESSAGES[code](label) };
  return new AppError("conflict", error.message, { errors: [error], members: { twin_id: id, twin_label: label } });
}
