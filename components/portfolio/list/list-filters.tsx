import { useTranslations } from "next-intl";
import { NO_SITE, PORTFOLIO_SORTS } from "@/lib/calculator/core/portfolio/list-choices";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import { ChoiceFilter, SearchFilter } from "../../admin/filter-fields";
import type { PortfolioQuery } from "../portfolio-query";

type Props = { query: PortfolioQuery; summary: PortfolioSummary };

/** What narrows the list of machines, inside a `FilterForm`; a site or model that the address names is always a choice. */
export function ListFilters({ query, summary }: Props) {
  const t = useTranslations("portfolio.list");
  const { by_model: models, by_site: sites } = summary;
  const withChosen = (options: { value: string; label: string }[], chosen: string | undefined) =>
    chosen === undefined || options.some(({ value }) => value === chosen)
      ? options
      : [...options, { value: chosen, label: chosen }];
  const site = sites.items.map(({ name }) => ({ value: name ?? NO_SITE, label: name ?? t("noSite") }));
  const model = models.items.map(({ group, name }) => ({ value: group ?? "", label: name ?? "" }));
  return (
    <>
      {(["by", "groups", "groups_order", "groups_all", "order"] as const).map(
        (name) => query[name] !== undefined && <input key={name} type="hidden" name={name} value={query[name]} />,
      )}
      <SearchFilter name="search" label={t("search")} value={query.search ?? ""} placeholder={t("searchHint")} />
      <ChoiceFilter
        name="show"
        label={t("show")}
        value={query.show ?? ""}
        options={[
          { value: "", label: t("shows.all") },
          { value: "losing", label: t("shows.losing") },
          { value: "retired", label: t("shows.retired", { count: summary.retired_rows }) },
        ]}
      />
      <ChoiceFilter
        name="model"
        label={t("model")}
        value={query.model ?? ""}
        options={[{ value: "", label: t("allModels") }, ...withChosen(model, query.model)]}
      />
      <ChoiceFilter
        name="site"
        label={t("site")}
        value={query.site ?? ""}
        options={[{ value: "", label: t("allSites") }, ...withChosen(site, query.site)]}
      />
      {/* On a phone the rows are cards, which have no heads to sort by. */}
      <ChoiceFilter
        name="sort"
        label={t("sort")}
        value={query.sort ?? ""}
        options={PORTFOLIO_SORTS.map((sort) => ({ value: sort === "added" ? "" : sort, label: t(`sorts.${sort}`) }))}
        className="min-w-36 flex-1 sm:hidden"
      />
    </>
  );
}
