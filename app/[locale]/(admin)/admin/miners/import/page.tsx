import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { Importer } from "@/components/machines/import/importer";
import { UnderCatalogue } from "@/components/machines/under-catalogue";
import { listCatalogue } from "@/lib/machines/use-cases/list-catalogue";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../../closed-page";
import { ifAllowed } from "../../allowed";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.importer");
  return { title: t("title") };
}

/** Machines out of a file. */
export default async function ImportMachinesPage() {
  const locale = await getLocale();
  const [t, page] = await Promise.all([
    getTranslations("catalogue.importer"),
    ifAllowed(load(listCatalogue, { limit: 1 }, locale)),
  ]);
  if (!page?.adds_to) return <ClosedPage title={t("title")} />;
  return (
    <ClientMessages namespaces={["admin", "catalogue", "identity", "sheet"]}>
      <UnderCatalogue title={t("title")} note={t("note")}>
        <Importer />
      </UnderCatalogue>
    </ClientMessages>
  );
}
