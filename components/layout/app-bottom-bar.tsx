"use client";

import { cx } from "class-variance-authority";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "../ui/dialog";
import { BAR_ITEM, BAR_STYLE } from "./bar-style";
import { NavLink } from "./nav-link";
import { PAGE_ICONS } from "./page-icons";
import { areaOf, PAGES, type PageKey } from "./pages";
import { openOverlay } from "./palette-store";
import { SearchButton } from "./search-button";
import { splitMenu } from "./split-menu";

/** The menu where the thumb is; only on a phone. What doesn't fit into five is behind the last. */
export function AppBottomBar({ menu }: { menu: readonly PageKey[] }) {
  const t = useTranslations("layout");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { bar, rest } = splitMenu(menu);
  const close = () => setOpen(false);
  return (
    <nav aria-label={t("mainNav")} className={BAR_STYLE}>
      {bar.map((key) => (
        <NavLink key={key} href={PAGES[key].href(locale)} area={areaOf(key, locale)} className={BAR_ITEM}>
          <Icon of={key} />
          {t(`short.${key}`)}
        </NavLink>
      ))}
      {rest.length === 0 ? (
        <SearchButton label={t("searchShort")} bar className={BAR_ITEM} />
      ) : (
        <Dialog
          open={isOpen}
          onOpenChange={setOpen}
          title={t("more")}
          trigger={
            <button type="button" className={cx("needs-script", BAR_ITEM)}>
              <Ellipsis aria-hidden="true" className="size-5" />
              {t("more")}
            </button>
          }
        >
          <div className="grid">
            {rest.map((key) => (
              <NavLink
                key={key}
                href={PAGES[key].href(locale)}
                area={areaOf(key, locale)}
                onClick={close}
                className={LINE}
              >
                <Icon of={key} />
                {t(`pages.${key}`)}
              </NavLink>
            ))}
            <button
              type="button"
              className={LINE}
              onClick={() => {
                close();
                openOverlay("palette");
              }}
            >
              {t("search")}
            </button>
          </div>
        </Dialog>
      )}
    </nav>
  );
}

const LINE =
  "flex min-h-12 items-center gap-3 border-t border-line-strong text-left text-base text-muted aria-[current]:text-text";

function Icon({ of }: { of: PageKey }) {
  const Shape = PAGE_ICONS[of];
  return <Shape aria-hidden="true" className="size-5 in-aria-[current]:text-gold" />;
}
