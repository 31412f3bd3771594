"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import { paths } from "@/lib/paths";
import { ChoiceFilter } from "../../admin/filter-fields";
import { FilterForm } from "../../admin/filter-form";
import { ButtonLink } from "../../ui/button-link";
import { LinkTabs } from "../../ui/link-tabs";
import { Section } from "../../ui/section";
import { GROUP_SORTS, type PortfolioQuery } from "../portfolio-query";
import { GroupTable } from "./group-table";
import { sortGroups } from "./sort-groups";

type Props = { summary: PortfolioSummary; query: PortfolioQuery };

/** As many are looked at without being asked for. */
const FIRST = 10;

/** The machines by model or by site, sorted as the address says; each group leads to its rows. */
export function GroupSections({ summary, query }: Props) {
  const t = useTranslations("portfolio.groups");
  const locale = useLocale();
  const by = query.by ?? "model";
  const sort = query.groups ?? "hashrate";
  const order = query.groups_order ?? (sort === "name" ? "asc" : "desc");
  const groups = by === "model" ? summary.by_model : summary.by_site;
  const items = useMemo(() => sortGroups(groups.items, sort, order, locale), [groups, sort, order, locale]);
  const isCut = query.groups_all === undefined && items.length > FIRST;
  const count = (of: PortfolioSummary["by_model"]) => of.items.length + of.others_count;
  const here = (over: PortfolioQuery) => paths.portfolio(locale, { ...query, ...over });
  const { groups: _, ...kept } = { ...query, groups_order: undefined };
  return (
    <Section id="groups" title={t("title")} note={t("note")}>
      <LinkTabs
        label={t("label")}
        active={by}
        tabs={[
          { key: "model", label: t("byModel"), count: count(summary.by_model), href: here({ by: undefined }) },
          { key: "site", label: t("bySite"), count: count(summary.by_site), href: here({ by: "site" }) },
        ]}
      />
      {/* On a phone the rows are cards, which have no heads to sort by. */}
      <FilterForm action={paths.portfolio(locale)} className="pt-3 sm:hidden">
        {Object.entries(kept).map(
          ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <ChoiceFilter
          name="groups"
          label={t("sort")}
          value={sort}
          options={GROUP_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        />
      </FilterForm>
      <GroupTable
        {...{ by, query }}
        items={isCut ? items.slice(0, FIRST) : items}
        others={isCut ? null : groups.others}
        othersCount={groups.others_count}
        sorted={{ by: sort, way: order === "asc" ? "ascending" : "descending" }}
        here={here}
      />
      {items.length > FIRST && (
        <ButtonLink
          href={here({ groups_all: isCut ? "yes" : undefined })}
          scroll={false}
          variant="quiet"
          className="mt-2 -ml-3"
        >
          {isCut ? t("all", { count: count(groups) }) : t("first", { count: FIRST })}
        </ButtonLink>
      )}
    </Section>
  );
}
