import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { MenuKey } from "@/lib/identity/core/menu";
import { PAGE_ICONS } from "../layout/page-icons";
import { PAGES } from "../layout/pages";
import { Section } from "../ui/section";

type Props = { links: readonly Exclude<MenuKey, "overview">[] };

/** The pages that one can open, each with what it is for. */
export function QuickLinks({ links }: Props) {
  const t = useTranslations("overview.links");
  const names = useTranslations("layout.pages");
  const locale = useLocale();
  return (
    <Section id="links" title={t("title")}>
      <ul className="grid grid-cols-1 gap-x-12 sm:grid-cols-2 xl:grid-cols-3">
        {links.map((key) => {
          const Icon = PAGE_ICONS[key];
          return (
            <li key={key} className="border-t border-line">
              <Link href={PAGES[key].href(locale)} className="group flex h-full items-start gap-3 py-3">
                <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-subtle group-hover:text-text" />
                <span className="grid min-w-0 content-start gap-0.5">
                  <span className="underline-offset-4 group-hover:underline">{names(key)}</span>
                  <span className="text-muted">{t(key)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
