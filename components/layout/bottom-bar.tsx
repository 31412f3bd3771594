import BookOpen from "lucide-react/icons/book-open";
import Calculator from "lucide-react/icons/calculator";
import CodeXml from "lucide-react/icons/code-xml";
import House from "lucide-react/icons/house";
import { useLocale, useTranslations } from "next-intl";
import { NavLink } from "./nav-link";
import { pages } from "./pages";
import { SearchButton } from "./search-button";

const ICONS = { home: House, calculator: Calculator, formulas: BookOpen, apiDocs: CodeXml } as const;

const item =
  "grid min-h-14 content-center justify-items-center gap-0.5 px-1 text-xs text-muted aria-[current]:text-text";

/** The pages where the thumb is; only on a phone. */
export function BottomBar() {
  const t = useTranslations("layout");
  const locale = useLocale();
  return (
    <nav
      aria-label={t("mainNav")}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-[minmax(0,1fr)] grid-flow-col border-t border-line-strong bg-bg pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {pages.map((page) => {
        const Icon = ICONS[page.key];
        return (
          <NavLink key={page.key} href={page.href(locale)} className={item}>
            <Icon aria-hidden="true" className="size-5 in-aria-[current]:text-gold" />
            {t(`pages.${page.key}`)}
          </NavLink>
        );
      })}
      <SearchButton label={t("searchShort")} bar className={item} />
    </nav>
  );
}
