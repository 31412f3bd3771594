import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";

/** An address of a language that no page answers, in the shell of the pages around it. */
export function MissingPage() {
  const t = useTranslations("errors.notFound");
  const locale = useLocale();
  return (
    <div className="page grid justify-items-start gap-3 py-24">
      <title>{`${t("title")} · HashInsight`}</title>
      <p className="text-xs text-subtle">404</p>
      <h1 className="text-xl md:text-2xl">{t("title")}</h1>
      <p className="max-w-[60ch] text-base text-muted">{t("text")}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={paths.home(locale)}>
          {t("home")}
        </ButtonLink>
        <ButtonLink href={paths.calculator(locale)}>{t("calculator")}</ButtonLink>
      </div>
    </div>
  );
}
