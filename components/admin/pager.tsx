import { useTranslations } from "next-intl";
import { ButtonLink } from "../ui/button-link";

type Props = {
  /** The next page's address; null on the last one. */
  next: string | null;
  /** The first page's address; null when it is this one. */
  first: string | null;
};

/** On through a list; back is the browser's own way back, or the beginning. */
export function Pager({ next, first }: Props) {
  const t = useTranslations("admin.pager");
  if (next === null && first === null) return null;
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-2">
      {first !== null && <ButtonLink href={first}>{t("first")}</ButtonLink>}
      {next !== null && (
        <ButtonLink href={next} rel="next">
          {t("next")}
        </ButtonLink>
      )}
    </nav>
  );
}
