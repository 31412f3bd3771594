import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { Mark } from "./mark";

const link =
  "inline-flex min-h-11 items-center text-muted underline-offset-4 hover:text-text hover:underline md:min-h-7";

type Props = {
  /** Who has no account yet is offered one: the bar of a phone has no room for it. */
  isVisitor: boolean;
};

/** Where else to go, and what the figures are not. */
export function Footer({ isVisitor }: Props) {
  const t = useTranslations("layout");
  const locale = useLocale();
  return (
    <footer className="mt-auto border-t border-line pb-24 md:pb-8 print:hidden">
      <div className="page grid gap-8 pt-8 md:grid-cols-[1fr_auto_auto] md:gap-16">
        <div className="grid content-start gap-2">
          <Mark locale={locale} />
          <p className="max-w-[52ch] text-xs text-subtle">{t("footer.note")}</p>
        </div>
        <nav aria-label={t("footer.product")} className="grid content-start">
          <h2 className="mb-1 text-xs text-subtle">{t("footer.product")}</h2>
          <Link href={paths.calculator(locale)} className={link}>
            {t("pages.calculator")}
          </Link>
          <Link href={paths.formulas(locale)} className={link}>
            {t("pages.formulas")}
          </Link>
          <Link href={paths.pricing(locale)} className={link}>
            {t("footer.pricing")}
          </Link>
          {isVisitor && (
            <Link href={paths.signUp(locale)} className={link}>
              {t("pages.signUp")}
            </Link>
          )}
        </nav>
        <nav aria-label={t("footer.developers")} className="grid content-start">
          <h2 className="mb-1 text-xs text-subtle">{t("footer.developers")}</h2>
          <a href={paths.apiDocs()} className={link}>
            {t("pages.apiDocs")}
          </a>
          <a href={paths.openapi()} className={link}>
            {t("footer.openapi")}
          </a>
          <a href={paths.licence()} className={link}>
            {t("footer.licence")}
          </a>
        </nav>
      </div>
    </footer>
  );
}
