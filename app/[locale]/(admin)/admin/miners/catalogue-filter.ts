import { type AddressQuery, readAddress } from "@/lib/admin/core/address-query";
import { CATALOGUE_SORTS } from "@/lib/machines/core/administration/catalogue-sorts";
import type { ListCatalogue } from "@/lib/machines/core/administration/schemas";
import { CatalogueScope, Cooling } from "@/lib/machines/schemas";

/** A slug of the shared catalogue, or the UUID of a company's own row. */
const MODEL_ID = /^[a-z0-9.-]{1,120}$/;

/** What the list shows, from the address. What is usual isn't said there. */
export function catalogueFilter(query: AddressQuery) {
  const address = readAddress(query);
  const filter = {
    search: address.text("search"),
    manufacturer: address.text("manufacturer", 60),
    cooling: address.oneOf("cooling", Cooling.options),
    scope: address.oneOf("scope", CatalogueScope.options),
    status: address.oneOf("status", ["retired", "all"] as const),
    sort: address.oneOf(
      "sort",
      CATALOGUE_SORTS.filter((sort) => sort !== "newest"),
    ),
  } satisfies { [name in keyof ListCatalogue]?: unknown };
  return { filter, cursor: address.cursor(MODEL_ID) };
}
