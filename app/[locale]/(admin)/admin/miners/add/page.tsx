import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { AddForm } from "@/components/machines/add-form";
import { draftOf, EMPTY_DRAFT } from "@/components/machines/model-draft";
import { UnderCatalogue } from "@/components/machines/under-catalogue";
import { type AddressQuery, readAddress } from "@/lib/admin/core/address-query";
import type { Locale } from "@/lib/kernel/context";
import { listCatalogue } from "@/lib/machines/use-cases/list-catalogue";
import { readOneModel } from "@/lib/machines/use-cases/read-model";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../../closed-page";
import { pageMe } from "../../../../who";
import { ifAllowed } from "../../allowed";
import { addModel, findTwin } from "../actions";
import { ifThere } from "../there";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue.form");
  return { title: t("addTitle") };
}

/** A machine by hand, begun with the figures of another one where the address names it. */
export default async function AddMachinePage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const [t, asked] = await Promise.all([getTranslations("catalogue.form"), searchParams]);
  const page = await ifAllowed(load(listCatalogue, { limit: 1 }, locale));
  if (!page?.adds_to) return <ClosedPage title={t("addTitle")} />;
  const initial = await beginning(readAddress(asked).text("from", 120), locale);
  return (
    <ClientMessages namespaces={["admin", "catalogue", "identity"]}>
      <UnderCatalogue title={t("addTitle")} note={t(page.adds_to === "shared" ? "addNoteShared" : "addNote")}>
        <AddForm
          reader={(await pageMe(locale)).id}
          initial={initial}
          target={page.adds_to}
          manufacturers={page.manufacturers}
          add={addModel}
          findTwin={findTwin}
        />
      </UnderCatalogue>
    </ClientMessages>
  );
}

async function beginning(from: string | undefined, locale: Locale) {
  const model = from === undefined ? null : await ifThere(load(readOneModel, { id: from }, locale));
  return model ? draftOf(model) : EMPTY_DRAFT;
}
