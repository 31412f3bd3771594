import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BottomBar } from "@/components/layout/bottom-bar";
import { Footer } from "@/components/layout/footer";
import { TopBar } from "@/components/layout/top-bar";
import { routing } from "@/lib/i18n/routing";
import { pageMarket } from "../market";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function PublicLayout({ params, children }: Props) {
  if (!hasLocale(routing.locales, (await params).locale)) notFound();
  const locale = await getLocale();
  const [t, market] = await Promise.all([getTranslations("layout"), pageMarket(locale)]);
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-gold px-4 py-3 font-medium text-on-gold focus:translate-y-0 print:hidden"
      >
        {t("skip")}
      </a>
      <TopBar market={market} />
      <main id="content" tabIndex={-1} className="min-w-0">
        {children}
      </main>
      <Footer />
      <BottomBar />
    </>
  );
}
