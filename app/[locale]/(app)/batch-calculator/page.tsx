import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/admin/page-head";
import { ListSender } from "@/components/batch/list-sender";
import { RecentLists } from "@/components/batch/recent-lists";
import { ClientMessages } from "@/components/layout/client-messages";
import { EmptyState } from "@/components/ui/empty-state";
import { type ActingRole, roleMay } from "@/lib/identity/policy";
import { ClosedPage } from "../../closed-page";
import { pageMe } from "../../who";
import { recentLists } from "../batch/recent-lists";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("batch");
  return { title: t("title") };
}

/** A whole fleet, pasted or as a file. */
export default async function BatchCalculatorPage() {
  const locale = await getLocale();
  const [t, me] = await Promise.all([getTranslations("batch"), pageMe(locale)]);
  const role = me.role as ActingRole | null;
  // Nobody looks in for support as somebody else: of their own they have nothing here.
  if (!roleMay(role, "machines:read", !me.must_enrol) || role === "support") return <ClosedPage title={t("title")} />;
  const mayWrite = roleMay(role, "machines:write");
  return (
    <ClientMessages namespaces={["batch", "identity", "sheet"]}>
      <div className="page grid grid-cols-1 gap-6 py-6">
        <PageHead title={t("title")} note={t("note")} />
        {mayWrite ? (
          <>
            <ListSender reader={me.id} />
            <RecentLists lists={await recentLists(locale)} />
          </>
        ) : (
          <EmptyState title={t("readOnly.title")} text={t("readOnly.text")} />
        )}
      </div>
    </ClientMessages>
  );
}
