import CircleAlert from "lucide-react/icons/circle-alert";
import { useLocale, useTranslations } from "next-intl";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import { paths } from "@/lib/paths";
import { Link } from "../ui/link";

/** What the plan covers and what is in use, before anybody types; and where there is more once it is full. */
export function PlanNote({ plan }: { plan: NonNullable<PortfolioSummary["plan"]> }) {
  const t = useTranslations("portfolio.plan");
  const locale = useLocale();
  const { name, limit, in_use: used } = plan;
  if (used < limit) return <p className="text-subtle">{t("room", { name, limit, used, left: limit - used })}</p>;
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <CircleAlert aria-hidden="true" className="size-4 shrink-0 translate-y-0.5 text-warn" />
      {t("full", { name, limit, used })}
      <Link href={paths.pricing(locale)} className="touch inline-flex items-center underline underline-offset-4">
        {t("more")}
      </Link>
    </p>
  );
}
