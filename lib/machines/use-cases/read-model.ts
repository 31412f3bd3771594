import { query } from "@/lib/kernel/use-case";
import { CatalogueModel, ModelId } from "../core/administration/schemas";
import { toCatalogueModel, visibleModel } from "./editable-model";

/** One row of the catalogue with its version, retired or not. */
export const readOneModel = query({
  name: "machines.model.read",
  permission: "catalogue:read",
  input: ModelId,
  output: CatalogueModel,
  run: async (ctx, { id }) => toCatalogueModel(ctx, await visibleModel(ctx, id)),
});
