import { NoInput, query } from "@/lib/kernel/use-case";
import { toPickerModel } from "../core/picker-model";
import { searchModels } from "../core/search-models";
import { PickerModels } from "../schemas";
import { catalogue } from "./catalogue";

/** The whole catalogue as the browser's model picker wants it: newest and most efficient first, few bytes a row. */
export const pickerModels = query({
  name: "machines.model.picker",
  permission: "public",
  input: NoInput,
  output: PickerModels,
  run: async (ctx) => searchModels(await catalogue(ctx), {}).map(toPickerModel),
});
