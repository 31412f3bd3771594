import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyList } from "@/components/admin/empty-list";
import { Pager } from "@/components/admin/pager";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditHead } from "@/components/audit/audit-head";
import { EntryTable } from "@/components/audit/entry-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { type AddressQuery, readAddress, SERIAL } from "@/lib/admin/core/address-query";
import { listAudit } from "@/lib/audit/use-cases/list-audit";
import { listAuditFacets } from "@/lib/audit/use-cases/list-audit-facets";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../closed-page";
import { ifAllowed } from "../allowed";
import { verifyChain } from "./actions";
import { auditFilter } from "./audit-filter";
import { filterWords } from "./filter-words";
import { OpenEntry } from "./open-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

/** Who changed what: the list, one entry beside it, whether it is whole, and all of it as a file. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const [t, asked] = await Promise.all([getTranslations("audit"), searchParams]);
  const filter = auditFilter(asked);
  const address = readAddress(asked);
  const cursor = address.cursor(SERIAL);
  const opened = address.text("entry");
  const page = await ifAllowed(load(listAudit, { ...filter, cursor }, locale));
  if (page === null) return <ClosedPage title={t("title")} />;
  const { entities } = await load(listAuditFacets, {}, locale);
  const here = paths.audit(locale);
  const hrefOf = Object.fromEntries(
    page.items.map(({ id }) => [id, paths.audit(locale, { ...filter, cursor, entry: id })]),
  );
  const fileOf = (format: "csv" | "jsonl") => paths.api.auditExport({ ...filter, format });

  return (
    <ClientMessages namespaces={["audit", "admin", "identity"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <AuditHead verify={verifyChain} files={{ csv: fileOf("csv"), jsonl: fileOf("jsonl") }} />
        <AuditFilters filter={filter} entities={entities} />
        {opened !== undefined && SERIAL.test(opened) && (
          <OpenEntry id={opened} closeHref={paths.audit(locale, { ...filter, cursor })} />
        )}
        {page.items.length === 0 ? (
          <EmptyList filters={await filterWords(filter)} clearHref={here} title={t("empty")} text={t("emptyText")} />
        ) : (
          <EntryTable items={page.items} hrefOf={hrefOf} />
        )}
        <Pager
          next={page.next_cursor && paths.audit(locale, { ...filter, cursor: page.next_cursor })}
          first={cursor === undefined ? null : paths.audit(locale, filter)}
        />
      </div>
    </ClientMessages>
  );
}
