import { useLocale, useTranslations } from "next-intl";
import type { MenuEntry } from "@/lib/identity/core/menu";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import { areaOf, PAGES } from "./pages";

const ITEM =
  "flex min-h-8 items-center rounded-md px-2 text-muted transition-colors hover:text-text focus-visible:-outline-offset-2 aria-[current]:bg-raised aria-[current]:text-text";

const GROUPS = ["work", "company", "platform", "settings"] as const;

/** The whole menu at the left; not on a phone. */
export function SideNav({ menu }: { menu: readonly MenuEntry[] }) {
  const t = useTranslations("layout");
  const locale = useLocale();
  return (
    <div className="sticky top-[var(--support-bar,0px)] hidden h-[calc(100dvh-var(--support-bar,0px))] flex-col overflow-y-auto border-r border-line px-3 py-2 md:flex print:hidden">
      <nav aria-label={t("mainNav")} className="grid gap-0.5">
        <div className="mb-3 flex h-9 items-center px-2">
          <Mark locale={locale} />
        </div>
        {GROUPS.map((group) => {
          const entries = menu.filter((entry) => entry.group === group);
          if (entries.length === 0) return null;
          return (
            <div key={group} className="grid gap-0.5">
              {group !== "work" && <p className="px-2 pt-4 pb-1 text-xs text-subtle">{t(`groups.${group}`)}</p>}
              {entries.map(({ key }) => (
                <NavLink key={key} href={PAGES[key].href(locale)} area={areaOf(key, locale)} className={ITEM}>
                  {t(`pages.${key}`)}
                </NavLink>
              ))}
            </div>
          );
        })}
      </nav>
    </div>
  );
}
