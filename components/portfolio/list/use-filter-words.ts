import { useTranslations } from "next-intl";
import { NO_SITE } from "@/lib/calculator/core/portfolio/list-choices";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import type { PortfolioQuery } from "../portfolio-query";

/** The filters in force, in words. */
export function useFilterWords({ search, show, model, site }: PortfolioQuery, summary: PortfolioSummary): string[] {
  const t = useTranslations("portfolio.list");
  return [
    search,
    show && t(`showing.${show}`),
    model && (summary.by_model.items.find(({ group }) => group === model)?.name ?? model),
    site === NO_SITE ? t("noSite") : site,
  ].filter((words) => words !== undefined);
}
