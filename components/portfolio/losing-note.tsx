import CircleCheck from "lucide-react/icons/circle-check";
import TrendingDown from "lucide-react/icons/trending-down";
import { useLocale, useTranslations } from "next-intl";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { paths } from "@/lib/paths";
import { ButtonLink } from "../ui/button-link";
import { useFigures } from "../ui/units-provider";
import { type PortfolioQuery, unfiltered } from "./portfolio-query";

type Props = { all: PortfolioSummary["all"]; query: PortfolioQuery };

/** How many machines cost more than they earn, what that comes to, and the way to them. */
export function LosingNote({ all, query }: Props) {
  const t = useTranslations("portfolio.losing");
  const locale = useLocale();
  const show = useFigures();
  const { losing_machines: machines, losing_usd_day: usd } = all;
  if (machines === 0)
    return (
      <p className="flex items-center gap-2 text-muted">
        <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-up" />
        {t("none")}
      </p>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-down py-1 pl-3">
      <p className="flex items-baseline gap-2">
        <TrendingDown aria-hidden="true" className="size-4 shrink-0 translate-y-0.5 text-down" />
        <span>{t("some", { machines, loss: inlineFigure(show.usd(-usd)) })}</span>
      </p>
      <ButtonLink
        href={paths.portfolioRows(locale, { ...unfiltered(query), show: "losing", sort: "profit", order: "asc" })}
      >
        {t("show")}
      </ButtonLink>
    </div>
  );
}
