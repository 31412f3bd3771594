import { useLocale, useTranslations } from "next-intl";
import { memo, useRef } from "react";
import type { PortfolioMachinePage, PortfolioSummary } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { paths } from "@/lib/paths";
import { FilterForm } from "../../admin/filter-form";
import { FilteredEmpty } from "../../ui/filtered-empty";
import { Section } from "../../ui/section";
import { UnitSwitch } from "../../ui/unit-switch";
import { useFigures } from "../../ui/units-provider";
import { useKeptFocus } from "../../ui/use-kept-focus";
import { type PortfolioQuery, unfiltered } from "../portfolio-query";
import { ListFilters } from "./list-filters";
import { type Choice, MachineTable } from "./machine-table";
import { useFilterWords } from "./use-filter-words";

type Props = {
  page: PortfolioMachinePage;
  /** $/kWh where a row has no price of its own. */
  assumedPrice: number;
  summary: PortfolioSummary;
  query: PortfolioQuery;
  onChoose: ((choice: Choice) => void) | null;
};

/** The rows that the filters leave, what they come to together, and each one. Drawn anew when they change, not with every total. */
export const MachineList = memo(function MachineList({ page, assumedPrice, summary, query, onChoose }: Props) {
  const t = useTranslations("portfolio.list");
  const locale = useLocale();
  const show = useFigures();
  const words = useFilterWords(query, summary);
  const { rows, machines, daily_profit: profit } = page.matching;
  const area = useRef<HTMLDivElement>(null);
  useKeptFocus(area);
  const sums = { rows, machines, profit: inlineFigure(show.usd(profit, { signed: true })) };
  return (
    <Section
      id="machines"
      title={t("title")}
      note={query.show === "retired" ? t("matchingRetired", sums) : t("matching", sums)}
      tools={
        <>
          <UnitSwitch of="hashrate" />
          <UnitSwitch of="powerPrice" />
        </>
      }
    >
      <div ref={area} tabIndex={-1} className="grid grid-cols-1 gap-4 outline-none">
        <FilterForm action={paths.portfolio(locale)}>
          <ListFilters query={query} summary={summary} />
        </FilterForm>
        {page.items.length === 0 ? (
          <FilteredEmpty filters={words.join(" · ")} clearHref={paths.portfolioRows(locale, unfiltered(query))} />
        ) : (
          <MachineTable items={page.items} {...{ assumedPrice, query, onChoose }} />
        )}
      </div>
    </Section>
  );
});
