import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHead } from "@/components/admin/page-head";
import { AnalyticsNav } from "@/components/analytics/analytics-nav";
import { ClientMessages } from "@/components/layout/client-messages";
import { type ActingRole, roleMay } from "@/lib/identity/policy";
import { ClosedPage } from "../../closed-page";
import { pageMe } from "../../who";

/** The title and the ways between the pages of analytics; who may not read them is told so once, for all of them. */
export default async function AnalyticsLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const [t, me] = await Promise.all([getTranslations("analytics"), pageMe(locale)]);
  if (!roleMay(me.role as ActingRole | null, "analytics:read", !me.must_enrol))
    return <ClosedPage title={t("title")} />;
  return (
    <div className="page grid grid-cols-1 gap-5 py-6">
      <PageHead title={t("title")} />
      <ClientMessages namespaces={["analytics"]}>
        <AnalyticsNav />
      </ClientMessages>
      {children}
    </div>
  );
}
