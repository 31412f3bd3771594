import "../globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";
import { Document } from "@/components/layout/document";
import { ExactCopy } from "@/components/layout/exact-copy";
import { ToastHost } from "@/components/ui/toast-host";
import { UnitsProvider } from "@/components/ui/units-provider";
import { routing } from "@/lib/i18n/routing";
import { readUnits, UNITS_COOKIE } from "@/lib/i18n/unit-preference";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export const viewport: Viewport = {
  themeColor: "#0b0d10",
  colorScheme: "dark",
  width: "device-width",
  initialScale: 1,
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: "layout" });
  return {
    title: { template: "%s · HashInsight", default: "HashInsight" },
    description: t("description"),
    applicationName: "HashInsight",
    formatDetection: { telephone: false },
  };
}

export default async function RootLayout({ params, children }: Props) {
  const asked = (await params).locale;
  // An address outside every language still needs a document around its 404 page, which the layouts below ask for.
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  setRequestLocale(locale);
  const units = readUnits((await cookies()).get(UNITS_COOKIE)?.value);
  return (
    <Document locale={locale}>
      <ClientMessages>
        <UnitsProvider initial={units}>
          {children}
          <ExactCopy />
          <ToastHost />
        </UnitsProvider>
      </ClientMessages>
    </Document>
  );
}
