import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { ChoiceFilter, DayFilter, SearchFilter, TextFilter } from "../admin/filter-fields";
import { FilterForm } from "../admin/filter-form";
import { useActionName, useAuditNames } from "./names";
import { PinnedFilters } from "./pinned-filters";

type Name = "search" | "actor" | "entity" | "entity_id" | "use_case" | "from" | "to";
type Props = {
  filter: Record<Name, string | undefined>;
  /** Kinds of things that the log tells of. */
  entities: readonly string[];
};

/** By what the list is narrowed: a word, who, what kind of thing, when. */
export function AuditFilters({ filter, entities }: Props) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const names = useAuditNames();
  const actionOf = useActionName();
  const kinds = filter.entity && !entities.includes(filter.entity) ? [...entities, filter.entity] : entities;
  const pinned = (["entity_id", "use_case"] as const).flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const clearHref = paths.audit(locale, { ...filter, [name]: undefined });
    return [
      { name, value, label: t(`only.${name}`, { value: name === "use_case" ? actionOf(value) : value }), clearHref },
    ];
  });
  return (
    <FilterForm action={paths.audit(locale)}>
      <SearchFilter name="search" label={t("search")} value={filter.search ?? ""} placeholder={t("searchHint")} />
      <TextFilter name="actor" label={t("who")} value={filter.actor ?? ""} placeholder={t("actorHint")} />
      <ChoiceFilter
        name="entity"
        label={t("thing")}
        value={filter.entity ?? ""}
        className="w-full sm:w-auto"
        options={[
          { value: "", label: t("allThings") },
          ...kinds.map((entity) => ({ value: entity, label: names.entity(entity) })),
        ]}
      />
      <DayFilter name="from" label={t("from")} value={filter.from ?? ""} />
      <DayFilter name="to" label={t("to")} value={filter.to ?? ""} />
      <PinnedFilters pinned={pinned} />
    </FilterForm>
  );
}
