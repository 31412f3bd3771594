import { cache } from "react";
import type { Locale } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { shippedCatalogue } from "@/lib/machines/core/catalogue/shipped-catalogue";
import { toPickerModel } from "@/lib/machines/core/picker-model";
import { searchModels } from "@/lib/machines/core/search-models";
import type { PickerModel } from "@/lib/machines/schemas";
import { pickerModels } from "@/lib/machines/use-cases/picker-models";
import { load } from "@/lib/transport/load";

/** The machines for a page's picker. Without a database they are those that the product ships with. */
export const pageMachines = cache(async (locale: Locale): Promise<readonly PickerModel[]> => {
  try {
    return await load(pickerModels, {}, locale);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "unavailable") throw error;
    return searchModels(shippedCatalogue, {}).map(toPickerModel);
  }
});
