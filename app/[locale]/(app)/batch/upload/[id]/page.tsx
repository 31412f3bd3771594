import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BatchList } from "@/components/batch/batch-list";
import { ClientMessages } from "@/components/layout/client-messages";
import { findUpload } from "@/lib/calculator/use-cases/fleet/find-upload";
import { FleetCalculation } from "@/lib/calculator/work";
import { type ActingRole, roleMay } from "@/lib/identity/policy";
import { load } from "@/lib/transport/load";
import { getWork } from "@/lib/work/use-cases/own-work";
import { ifAllowed } from "../../../../(admin)/admin/allowed";
import { ifThere } from "../../../../(admin)/admin/miners/there";
import { ClosedPage } from "../../../../closed-page";
import { pageMachines } from "../../../../machines";
import { pageMe } from "../../../../who";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("batch");
  return { title: t("title") };
}

/** A list that was handed in: how far it is, then what it earns. */
export default async function BatchListPage({ params }: { params: Promise<{ id: string }> }) {
  const [locale, t, { id }] = await Promise.all([getLocale(), getTranslations("batch"), params]);
  const me = await pageMe(locale);
  // First how far the work is: where that is done, what it gave is there.
  const work = await ifThere(load(getWork, { id }, locale));
  const found = await ifAllowed(ifThere(load(findUpload, { id }, locale)).then((upload) => ({ upload })));
  if (found === null) return <ClosedPage title={t("title")} />;
  const { upload } = found;
  if (upload === null) notFound();
  const mayWrite = roleMay(me.role as ActingRole | null, "machines:write", !me.must_enrol);
  return (
    <ClientMessages namespaces={["batch", "identity"]}>
      <div className="page grid grid-cols-1 gap-6 py-6">
        <BatchList
          upload={upload}
          work={work?.kind === FleetCalculation.name ? work : null}
          models={mayWrite ? await pageMachines(locale) : null}
        />
      </div>
    </ClientMessages>
  );
}
