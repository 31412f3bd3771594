import { query } from "@/lib/kernel/use-case";
import { offeredModels } from "../core/offered-models";
import { pageOfModels } from "../core/page-of-models";
import { searchModels } from "../core/search-models";
import { ListModels, ModelPage } from "../schemas";
import { catalogue } from "./catalogue";

/** What the catalogue offers, by any part of a name, maker or cooling, page by page; to staff their own machines too. */
export const listModels = query({
  name: "machines.model.list",
  permission: "public",
  input: ListModels,
  output: ModelPage,
  async run(ctx, { limit, cursor, ...filter }) {
    return pageOfModels(searchModels(offeredModels(await catalogue(ctx)), filter), limit, cursor);
  },
});
