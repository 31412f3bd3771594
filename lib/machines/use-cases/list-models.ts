import { query } from "@/lib/kernel/use-case";
import { pageOfModels } from "../core/page-of-models";
import { searchModels } from "../core/search-models";
import { ListModels, ModelPage } from "../schemas";
import { catalogue } from "./catalogue";

/** The catalogue by any part of a name, maker or cooling, page by page. */
export const listModels = query({
  name: "machines.model.list",
  permission: "public",
  input: ListModels,
  output: ModelPage,
  async run(ctx, { limit, cursor, ...filter }) {
    return pageOfModels(searchModels(await catalogue(ctx), filter), limit, cursor);
  },
});
