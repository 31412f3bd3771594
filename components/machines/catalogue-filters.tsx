import { useTranslations } from "next-intl";
import { CATALOGUE_SORTS } from "@/lib/machines/core/administration/catalogue-sorts";
import { ChoiceFilter, SearchFilter } from "../admin/filter-fields";

type Filter = Partial<Record<"search" | "manufacturer" | "cooling" | "scope" | "status" | "sort", string | undefined>>;

/** The filters of the catalogue, inside a `FilterForm`. Whose machines are shown stands above, as tabs. */
export function CatalogueFilters({ filter, manufacturers }: { filter: Filter; manufacturers: readonly string[] }) {
  const t = useTranslations("catalogue");
  return (
    <>
      {filter.scope && <input type="hidden" name="scope" value={filter.scope} />}
      <SearchFilter
        name="search"
        label={t("filters.search")}
        value={filter.search ?? ""}
        placeholder={t("filters.searchHint")}
      />
      <ChoiceFilter
        name="manufacturer"
        label={t("filters.manufacturer")}
        value={filter.manufacturer ?? ""}
        options={[
          { value: "", label: t("filters.allManufacturers") },
          ...manufacturers.map((maker) => ({ value: maker, label: maker })),
        ]}
      />
      <ChoiceFilter
        name="cooling"
        label={t("filters.cooling")}
        value={filter.cooling ?? ""}
        options={[
          { value: "", label: t("filters.allCooling") },
          ...(["air", "hydro", "immersion"] as const).map((value) => ({ value, label: t(`cooling.${value}`) })),
        ]}
      />
      <ChoiceFilter
        name="status"
        label={t("filters.status")}
        value={filter.status ?? ""}
        options={[
          { value: "", label: t("statuses.offered") },
          { value: "retired", label: t("statuses.retired") },
          { value: "all", label: t("statuses.all") },
        ]}
      />
      <ChoiceFilter
        name="sort"
        label={t("filters.sort")}
        value={filter.sort ?? ""}
        options={CATALOGUE_SORTS.map((sort) => ({ value: sort === "newest" ? "" : sort, label: t(`sorts.${sort}`) }))}
      />
    </>
  );
}
