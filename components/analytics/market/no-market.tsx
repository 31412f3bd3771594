import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { dateText } from "@/lib/i18n/time-format";
import { paths } from "@/lib/paths";
import { isOwnStretch, type MarketView } from "./market-view";

type Known = { from: string; to: string };

/** There is nothing to draw: none at all, or none of the days that were asked for. */
export function NoMarket({ known }: { known: Known | null }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  if (known === null) return <EmptyState title={t("empty.title")} text={t("empty.text")} />;
  return (
    <EmptyState
      title={t("outside.title")}
      text={t("outside.text", { from: dateText(locale, known.from), to: dateText(locale, known.to) })}
      actions={<ButtonLink href={paths.analytics(locale, { range: "all" })}>{t("outside.all")}</ButtonLink>}
    />
  );
}

/** Says so where a stretch of one's own reaches past what is known. */
export function PartlyKnown({ view, known }: { view: MarketView; known: Known }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  if (!isOwnStretch(view)) return null;
  const { from = known.from, to = known.to } = view;
  if (from >= known.from && to <= known.to) return null;
  if (from > known.to || to < known.from) return null;
  return (
    <p role="status" className="border-l-2 border-warn py-1 pl-3 text-muted">
      {t("partly", { from: dateText(locale, known.from), to: dateText(locale, known.to) })}
    </p>
  );
}
