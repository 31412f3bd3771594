import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { ButtonLink } from "../ui/button-link";
import { AccountMenu } from "./account-menu";
import { LanguageSwitch } from "./language-switch";
import type { LiveMarket } from "./live-market";
import { Mark } from "./mark";
import { MarketTape } from "./market-tape";
import { NavLink } from "./nav-link";
import { PAGES, PUBLIC_NAV } from "./pages";
import type { Reader, ShellActions } from "./reader";
import { SearchButton } from "./search-button";

type Props = {
  market: LiveMarket;
  /** Null for a visitor, who is offered to sign in. */
  reader: Pick<Reader, "name" | "email" | "role"> | null;
  signOut: ShellActions["signOut"];
};

/** Mark, pages, the market in one line, search, language, account. On a phone the pages are in the bar at the foot. */
export function TopBar({ market, reader, signOut }: Props) {
  const t = useTranslations("layout");
  const locale = useLocale();
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-bg print:hidden">
      <div className="flex h-13 items-center gap-4 px-4 md:gap-6 md:px-6">
        <Mark locale={locale} />
        <nav aria-label={t("mainNav")} className="hidden gap-5 self-stretch md:flex">
          {PUBLIC_NAV.map((key) => (
            <NavLink
              key={key}
              href={PAGES[key].href(locale)}
              className="flex items-center text-muted transition-colors hover:text-text aria-[current]:text-text aria-[current]:shadow-[inset_0_-2px_var(--color-gold)]"
            >
              {t(`pages.${key}`)}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-1 md:gap-3">
          <MarketTape initial={market} />
          <SearchButton label={t("search")} />
          <LanguageSwitch label={t("language.other")} />
          {reader ? (
            <AccountMenu {...reader} signOut={signOut} withOverview />
          ) : (
            <div className="flex items-center gap-1">
              <ButtonLink variant="quiet" href={paths.signIn(locale)}>
                {t("pages.signIn")}
              </ButtonLink>
              <ButtonLink href={paths.signUp(locale)} className="max-sm:hidden">
                {t("pages.signUp")}
              </ButtonLink>
            </div>
          )}
        </div>
      </div>
    </header>
  );
}
