import { NoInput, query } from "@/lib/kernel/use-case";
import { offeredModels } from "../core/offered-models";
import { toPickerModel } from "../core/picker-model";
import { searchModels } from "../core/search-models";
import { PickerModels } from "../schemas";
import { catalogue } from "./catalogue";

/**
 * The whole catalogue as the browser's model picker wants it: newest and most efficient first, few bytes a row. Retired
 * machines come last and say so: a link that names one still opens, the picker doesn't offer it.
 */
export const pickerModels = query({
  name: "machines.model.picker",
  permission: "public",
  input: NoInput,
  output: PickerModels,
  async run(ctx) {
    const all = await catalogue(ctx);
    const retired = all.filter(({ retired_at }) => retired_at !== null);
    return [...searchModels(offeredModels(all), {}), ...searchModels(retired, {})].map(toPickerModel);
  },
});
