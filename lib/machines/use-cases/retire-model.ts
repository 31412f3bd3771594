import { AppError } from "@/lib/kernel/errors";
import type { EventType } from "@/lib/kernel/event";
import { command } from "@/lib/kernel/use-case";
import { CatalogueModel, ModelAndVersion } from "../core/administration/schemas";
import { forgetModels } from "../data/cached-models";
import { changedMeanwhile, setRetired } from "../data/machine-models";
import { ModelRestored, ModelRetired } from "../events";
import { editableModel, toCatalogueModel } from "./editable-model";

/** A retired machine is no longer offered; what refers to it, by id or by name, still finds it. */
export const retireModel = retirement("machines.model.retire", ModelRetired, (now) => now, "It is retired already.");

/** Offers a retired machine again. */
export const unretireModel = retirement("machines.model.unretire", ModelRestored, () => null, "It is offered already.");

function retirement(name: string, event: EventType, retiredAt: (now: Date) => Date | null, already: string) {
  return command({
    name,
    permission: "catalogue:write",
    emits: [event],
    input: ModelAndVersion,
    output: CatalogueModel,
    async run(ctx, { id, version }) {
      const before = await editableModel(ctx, id);
      const at = retiredAt(ctx.now());
      if ((before.retired_at === null) === (at === null)) throw new AppError("conflict", already);
      if (before.version !== version) throw changedMeanwhile();
      const stored = await setRetired(ctx, { id, version }, at);
      ctx.audit({
        entity: "miner_models",
        id,
        before: { retired_at: before.retired_at },
        after: { retired_at: stored.retired_at },
      });
      forgetModels(ctx, ctx.tenantId);
      return toCatalogueModel(ctx, stored);
    },
  });
}
