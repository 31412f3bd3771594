import { useTranslations } from "next-intl";
import { ButtonLink } from "./button-link";
import { EmptyState } from "./empty-state";

/** The filters leave nothing: says which, and clears them. `clearHref` is the same page without filters. */
export function FilteredEmpty({ filters, clearHref }: { filters: string; clearHref: string }) {
  const t = useTranslations("common.states");
  return (
    <EmptyState
      title={t("filteredTitle")}
      text={t("filteredText", { filters })}
      actions={<ButtonLink href={clearHref}>{t("clearFilters")}</ButtonLink>}
    />
  );
}
