import { useLocale, useTranslations } from "next-intl";
import { LanguageSwitch } from "./language-switch";
import type { LiveMarket } from "./live-market";
import { Mark } from "./mark";
import { MarketTape } from "./market-tape";
import { NavLink } from "./nav-link";
import { pages } from "./pages";
import { SearchButton } from "./search-button";

/** Mark, pages, the market in one line, search and language. On a phone the pages are in the bar at the foot. */
export function TopBar({ market }: { market: LiveMarket }) {
  const t = useTranslations("layout");
  const locale = useLocale();
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-bg print:hidden">
      <div className="flex h-13 items-center gap-4 px-4 md:gap-6 md:px-6">
        <Mark locale={locale} />
        <nav aria-label={t("mainNav")} className="hidden gap-5 self-stretch md:flex">
          {pages
            .filter((page) => page.inNav)
            .map((page) => (
              <NavLink
                key={page.key}
                href={page.href(locale)}
                className="flex items-center text-muted transition-colors hover:text-text aria-[current]:text-text aria-[current]:shadow-[inset_0_-2px_var(--color-gold)]"
              >
                {t(`pages.${page.key}`)}
              </NavLink>
            ))}
        </nav>
        <div className="ml-auto flex items-center gap-2 md:gap-4">
          <MarketTape initial={market} />
          <SearchButton label={t("search")} />
          <LanguageSwitch label={t("language.other")} />
        </div>
      </div>
    </header>
  );
}
