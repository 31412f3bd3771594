import { command, NoInput } from "@/lib/kernel/use-case";
import { auditFacts } from "../core/administration/audit-facts";
import { shippedCatalogue } from "../core/catalogue/shipped-catalogue";
import { planSeed } from "../core/plan-seed";
import { forgetModels } from "../data/cached-models";
import { insertModels, readSharedModels, updateModel } from "../data/machine-models";
import { ModelAdded, ModelChanged } from "../events";
import { SeedSummary } from "../schemas";

/** Brings `miner_models` up to the shipped catalogue. Runs at every start, as often as one likes. */
export const seedCatalogue = command({
  name: "machines.catalogue.seed",
  permission: "system",
  emits: [ModelAdded, ModelChanged],
  input: NoInput,
  output: SeedSummary,
  async run(ctx) {
    const plan = planSeed(await readSharedModels(ctx), shippedCatalogue);
    const inserted = (await insertModels(ctx, plan.insert)).size;
    for (const { before, after } of plan.update) {
      await updateModel(ctx, { before, after });
      ctx.audit({ entity: "miner_models", id: after.id, before: auditFacts(before), after: auditFacts(after) });
    }
    const summary = { inserted, updated: plan.update.length, unchanged: plan.unchanged, kept: plan.kept };
    ctx.audit({ entity: "miner_models", id: "catalogue", after: summary });
    forgetModels(ctx, null);
    return summary;
  },
});
