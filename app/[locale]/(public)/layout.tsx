import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { BottomBar } from "@/components/layout/bottom-bar";
import { Footer } from "@/components/layout/footer";
import { memberPages, VISITOR_PAGES } from "@/components/layout/pages";
import { Shortcuts } from "@/components/layout/shortcuts";
import { SkipLink } from "@/components/layout/skip-link";
import { TopBar } from "@/components/layout/top-bar";
import { routing } from "@/lib/i18n/routing";
import { pageMarket } from "../market";
import { signOut } from "../shell-actions";
import { inWords, menuOf } from "../signed-in";
import { readerOf } from "../who";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function PublicLayout({ params, children }: Props) {
  if (!hasLocale(routing.locales, (await params).locale)) notFound();
  const locale = await getLocale();
  const [market, me] = await Promise.all([pageMarket(locale), readerOf(locale)]);
  const reader = me && (await inWords(me));
  return (
    <>
      <SkipLink />
      <TopBar market={market} reader={reader} signOut={signOut} />
      <main id="content" tabIndex={-1} className="min-w-0">
        {children}
      </main>
      <Footer isVisitor={reader === null} />
      <BottomBar />
      <Shortcuts pages={me ? memberPages(menuOf(me).map(({ key }) => key)) : VISITOR_PAGES} />
    </>
  );
}
