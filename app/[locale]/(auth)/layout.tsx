import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { Mark } from "@/components/layout/mark";
import { VISITOR_PAGES } from "@/components/layout/pages";
import { Shortcuts } from "@/components/layout/shortcuts";
import { SkipLink } from "@/components/layout/skip-link";
import { routing } from "@/lib/i18n/routing";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

/** The door: one thing to do, and nothing beside it. */
export default async function DoorLayout({ params, children }: Props) {
  if (!hasLocale(routing.locales, (await params).locale)) notFound();
  const locale = await getLocale();
  const t = await getTranslations("layout");
  return (
    <>
      <SkipLink />
      <header className="border-b border-line print:hidden">
        <div className="flex h-13 items-center justify-between px-4 md:px-6">
          <Mark locale={locale} />
          <LanguageSwitch label={t("language.other")} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="page max-w-104 flex-1 py-8 md:py-16">
        <ClientMessages namespaces={["identity"]}>{children}</ClientMessages>
      </main>
      <Shortcuts pages={VISITOR_PAGES} />
    </>
  );
}
