import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { auditFacts } from "../core/administration/audit-facts";
import { editedModel } from "../core/administration/entered-model";
import { CatalogueModel, EditModel, ModelFacts } from "../core/administration/schemas";
import { forgetModels } from "../data/cached-models";
import { changedMeanwhile, changeModel, readVisibleModels } from "../data/machine-models";
import { ModelChanged } from "../events";
import { checkEntry } from "./check-entry";
import { editableModel, toCatalogueModel } from "./editable-model";

/** Changes what is said of a machine; what isn't sent stays. Its id stays whatever its name becomes. */
export const editModel = command({
  name: "machines.model.edit",
  permission: "catalogue:write",
  emits: [ModelChanged],
  input: EditModel,
  output: CatalogueModel,
  async run(ctx, { id, version, ...changes }) {
    if (Object.keys(changes).length === 0)
      throw new AppError("validation", "Say what to change: send at least one field.");
    const before = await editableModel(ctx, id);
    if (before.version !== version) throw changedMeanwhile();
    const models = (await readVisibleModels(ctx)).filter((model) => model.id !== id);
    const entered = ModelFacts.parse({ ...enterable(before), ...changes });
    const facts = checkEntry(entered, { models, scope: before.scope, besideShared: true });
    const after = editedModel(before, facts);
    const stored = await changeModel(ctx, { id, version }, { before, after });
    ctx.audit({ entity: "miner_models", id, before: auditFacts(before), after: auditFacts(after) });
    forgetModels(ctx, ctx.tenantId);
    return toCatalogueModel(ctx, stored);
  },
});

/** The facts of a row that a person enters. */
const enterable = (model: ModelFacts): ModelFacts => ({
  model_name: model.model_name,
  manufacturer: model.manufacturer,
  hashrate_th: model.hashrate_th,
  power_w: model.power_w,
  release_year: model.release_year,
  cooling: model.cooling,
  status: model.status,
});
