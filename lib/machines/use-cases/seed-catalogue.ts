import { command, NoInput } from "@/lib/kernel/use-case";
import { shippedCatalogue } from "../core/catalogue/shipped-catalogue";
import { planSeed } from "../core/plan-seed";
import { insertModels, readModels, updateModel } from "../data/machine-models";
import { SeedSummary } from "../schemas";

/** Brings `miner_models` up to the shipped catalogue. Runs at every start, as often as one likes. */
export const seedCatalogue = command({
  name: "machines.catalogue.seed",
  permission: "system",
  input: NoInput,
  output: SeedSummary,
  async run(ctx) {
    const plan = planSeed(await readModels(ctx), shippedCatalogue);
    const inserted = await insertModels(ctx, plan.insert);
    for (const model of plan.update) await updateModel(ctx, model);
    const summary = { inserted, updated: plan.update.length, unchanged: plan.unchanged, kept: plan.kept };
    ctx.audit({ entity: "miner_models", id: "catalogue", after: summary });
    return summary;
  },
});
