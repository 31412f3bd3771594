import { command } from "@/lib/kernel/use-case";
import { auditFacts } from "../core/administration/audit-facts";
import { enteredModel } from "../core/administration/entered-model";
import { AddModel, CatalogueModel } from "../core/administration/schemas";
import { sharedModelId } from "../core/administration/shared-model-id";
import { forgetModels } from "../data/cached-models";
import { insertModels, nameTaken, readVisibleModels } from "../data/machine-models";
import { ModelAdded } from "../events";
import { checkEntry } from "./check-entry";
import { requireKeeper, toCatalogueModel, visibleModel } from "./editable-model";
import { requireRoom } from "./most-own-models";

/** A machine by hand: into the company's own list, or by the platform's administrators into the shared catalogue. */
export const addModel = command({
  name: "machines.model.add",
  permission: "catalogue:write",
  emits: [ModelAdded],
  input: AddModel,
  output: CatalogueModel,
  async run(ctx, { beside_shared: besideShared, ...entered }) {
    const scope = requireKeeper(ctx);
    const models = await readVisibleModels(ctx);
    requireRoom(models, 1);
    const facts = checkEntry(entered, { models, scope, besideShared });
    const id =
      scope === "private"
        ? crypto.randomUUID()
        : sharedModelId(facts.model_name, facts.hashrate_th, new Set(models.map((model) => model.id)));
    const model = enteredModel({ id, scope, retired_at: null }, facts);
    const added = await insertModels(ctx, [model], ctx.tenantId);
    if (!added.has(id)) throw nameTaken();
    ctx.audit({ entity: "miner_models", id, after: auditFacts(model) });
    forgetModels(ctx, ctx.tenantId);
    return toCatalogueModel(ctx, await visibleModel(ctx, id));
  },
});
