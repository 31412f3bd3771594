import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { CatalogueModel } from "../core/administration/schemas";
import { readModel } from "../data/machine-models";
import type { StoredModel } from "../data/model-row";
import type { CatalogueScope } from "../schemas";

/** Where whoever asks keeps machines: a company its own, the platform's administrators the shared ones; null: nowhere. */
export function keeps(ctx: Ctx): CatalogueScope | null {
  if (!ctx.actor.can("catalogue:write")) return null;
  if (ctx.tenantId !== null) return ctx.actor.ownOnly ? null : "private";
  return ctx.actor.can("platform:write") ? "shared" : null;
}

/** Throws `forbidden` for who keeps none. */
export function requireKeeper(ctx: Ctx): CatalogueScope {
  const scope = keeps(ctx);
  if (scope === null) throw new AppError("forbidden", "You may look at the catalogue, not change it.");
  return scope;
}

/** A row that whoever asks can see. Throws `not_found`, for another company's too. */
export async function visibleModel(ctx: QueryCtx, id: string): Promise<StoredModel> {
  const model = await readModel(ctx, id);
  if (!model) throw new AppError("not_found", "The catalogue has no such machine.");
  return model;
}

/** A row that whoever asks may change. Throws `not_found`, or `forbidden` for what others keep. */
export async function editableModel(ctx: QueryCtx, id: string): Promise<StoredModel> {
  const model = await visibleModel(ctx, id);
  if (model.scope !== requireKeeper(ctx))
    throw new AppError(
      "forbidden",
      "The shared catalogue is kept by the platform: add a machine of your own with other figures instead.",
    );
  return model;
}

export const toCatalogueModel = (ctx: Ctx, model: StoredModel): CatalogueModel => ({
  ...model,
  editable: model.scope === keeps(ctx),
});
