import FileUp from "lucide-react/icons/file-up";
import Plus from "lucide-react/icons/plus";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyList } from "@/components/admin/empty-list";
import { FilterForm } from "@/components/admin/filter-form";
import { PageHead } from "@/components/admin/page-head";
import { Pager } from "@/components/admin/pager";
import { ClientMessages } from "@/components/layout/client-messages";
import { CatalogueFilters } from "@/components/machines/catalogue-filters";
import { ModelTable } from "@/components/machines/model-table";
import { ScopeTabs } from "@/components/machines/scope-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import type { AddressQuery } from "@/lib/admin/core/address-query";
import { listCatalogue } from "@/lib/machines/use-cases/list-catalogue";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../closed-page";
import { ifAllowed } from "../allowed";
import { catalogueFilter } from "./catalogue-filter";
import { ifThere } from "./there";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("title") };
}

/** The catalogue of machines: the shared one, and a company's own. */
export default async function CataloguePage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const [t, asked] = await Promise.all([getTranslations("catalogue"), searchParams]);
  const { filter, cursor } = catalogueFilter(asked);
  const list = (from?: string) => load(listCatalogue, { ...filter, cursor: from }, locale);
  // The machine where the page before ended may have gone since: then the list begins anew.
  const page = await ifAllowed(cursor === undefined ? list() : ifThere(list(cursor)).then((found) => found ?? list()));
  if (page === null) return <ClosedPage title={t("title")} />;
  const here = (query: Partial<typeof filter> & { cursor?: string }) => paths.catalogueAdmin(locale, query);
  const shown = [
    filter.search,
    filter.manufacturer,
    filter.cooling && t(`cooling.${filter.cooling}`),
    filter.status && t(`statuses.${filter.status}`),
  ].filter((part) => part !== undefined);
  const noneOwn = filter.scope === "private" && shown.length === 0;
  const { shared, private: own } = page.counts;

  return (
    <ClientMessages namespaces={["admin", "catalogue"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <PageHead
          title={t("title")}
          note={t("count", { count: page.total })}
          tools={
            page.adds_to && (
              <>
                <ButtonLink href={paths.importMiners(locale)}>
                  <FileUp aria-hidden="true" />
                  {t("import")}
                </ButtonLink>
                <ButtonLink href={paths.addMiner(locale)} variant="primary">
                  <Plus aria-hidden="true" />
                  {t("add")}
                </ButtonLink>
              </>
            )
          }
        />
        {page.scopes.length > 1 && (
          <ScopeTabs
            active={filter.scope ?? "all"}
            counts={{ all: shared + own, shared, private: own }}
            hrefs={{
              all: here({ ...filter, scope: undefined }),
              shared: here({ ...filter, scope: "shared" }),
              private: here({ ...filter, scope: "private" }),
            }}
          />
        )}
        <FilterForm action={here({})}>
          <CatalogueFilters filter={filter} manufacturers={page.manufacturers} />
        </FilterForm>
        {page.items.length === 0 ? (
          <EmptyList
            filters={shown}
            clearHref={here({ scope: filter.scope })}
            title={t(noneOwn ? "empty.private" : "empty.any")}
            text={noneOwn && t("empty.privateText")}
          />
        ) : (
          <ModelTable items={page.items} />
        )}
        <Pager
          next={page.next_cursor && here({ ...filter, cursor: page.next_cursor })}
          first={cursor === undefined ? null : here(filter)}
        />
      </div>
    </ClientMessages>
  );
}
