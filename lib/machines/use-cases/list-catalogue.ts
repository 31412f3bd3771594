import { query } from "@/lib/kernel/use-case";
import { orderCatalogue } from "../core/administration/order-catalogue";
import { CataloguePage, ListCatalogue } from "../core/administration/schemas";
import { pageOfModels } from "../core/page-of-models";
import { searchModels } from "../core/search-models";
import { readVisibleModels } from "../data/machine-models";
import { keeps, toCatalogueModel } from "./editable-model";

/** The catalogue for those who keep it, straight from the table: shared rows and the company's own, retired ones on demand. */
export const listCatalogue = query({
  name: "machines.catalogue.list",
  permission: "catalogue:read",
  input: ListCatalogue,
  output: CataloguePage,
  async run(ctx, { limit, cursor, scope, status, sort, ...filter }) {
    const all = (await readVisibleModels(ctx)).map((model) => toCatalogueModel(ctx, model));
    const found = searchModels(all, filter).filter(
      (model) => status === "all" || (status === "retired") === (model.retired_at !== null),
    );
    const inScope = scope ? found.filter((model) => model.scope === scope) : found;
    const shared = found.filter((model) => model.scope === "shared").length;
    return {
      ...pageOfModels(orderCatalogue(inScope, sort), limit, cursor),
      counts: { shared, private: found.length - shared },
      scopes:
        ctx.tenantId === null || ctx.actor.ownOnly ? ["shared" as const] : ["shared" as const, "private" as const],
      manufacturers: [...new Set(all.map(({ manufacturer }) => manufacturer))].toSorted((a, b) =>
        a.localeCompare(b, "en"),
      ),
      adds_to: keeps(ctx),
    };
  },
});
