import { useLocale, useTranslations } from "next-intl";
import { BAR_ITEM, BAR_STYLE } from "./bar-style";
import { NavLink } from "./nav-link";
import { PAGE_ICONS } from "./page-icons";
import { PAGES, PUBLIC_BAR } from "./pages";
import { SearchButton } from "./search-button";

/** The pages where the thumb is; only on a phone. */
export function BottomBar() {
  const t = useTranslations("layout");
  const locale = useLocale();
  return (
    <nav aria-label={t("mainNav")} className={BAR_STYLE}>
      {PUBLIC_BAR.map((key) => {
        const Icon = PAGE_ICONS[key];
        return (
          <NavLink key={key} href={PAGES[key].href(locale)} className={BAR_ITEM}>
            <Icon aria-hidden="true" className="size-5 in-aria-[current]:text-gold" />
            {t(`pages.${key}`)}
          </NavLink>
        );
      })}
      <SearchButton label={t("searchShort")} bar className={BAR_ITEM} />
    </nav>
  );
}
