import { useLocale, useTranslations } from "next-intl";
import { LiveMark } from "../live/live-mark";
import { LostRow } from "../live/lost-row";
import { AccountMenu } from "./account-menu";
import { CompanySwitch } from "./company-switch";
import { LanguageSwitch } from "./language-switch";
import type { LiveMarket } from "./live-market";
import { Mark } from "./mark";
import { MarketTape } from "./market-tape";
import type { Reader, ShellActions } from "./reader";
import { SearchButton } from "./search-button";

type Props = { reader: Reader; market: LiveMarket; actions: ShellActions };

/** Where one works, the market in one line, search, language, and who one is. */
export function AppTopBar({ reader, market, actions }: Props) {
  const t = useTranslations("layout");
  const locale = useLocale();
  return (
    <header className="sticky top-[var(--support-bar,0px)] z-30 border-b border-line bg-bg print:hidden">
      <div className="flex h-13 items-center gap-2 px-4 md:gap-4 md:px-6">
        <div className="shrink-0 md:hidden">
          <Mark locale={locale} short />
        </div>
        <CompanySwitch company={reader.company} companies={reader.companies} switchTenant={actions.switchTenant} />
        <div className="ml-auto flex shrink-0 items-center gap-1 md:gap-3">
          <LiveMark {...reader.whose} />
          <MarketTape initial={market} />
          <SearchButton label={t("search")} />
          <LanguageSwitch label={t("language.other")} />
          <AccountMenu name={reader.name} email={reader.email} role={reader.role} signOut={actions.signOut} />
        </div>
      </div>
      <LostRow />
    </header>
  );
}
