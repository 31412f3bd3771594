import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyList } from "@/components/admin/empty-list";
import { ChoiceFilter, SearchFilter } from "@/components/admin/filter-fields";
import { FilterForm } from "@/components/admin/filter-form";
import { PageHead } from "@/components/admin/page-head";
import { Pager } from "@/components/admin/pager";
import { TenantTable } from "@/components/admin/tenants/tenant-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PlanTable } from "@/components/pricing/plan-table";
import { Section } from "@/components/ui/section";
import { type AddressQuery, readAddress, UUID } from "@/lib/admin/core/address-query";
import { listPlans } from "@/lib/identity/use-cases/members/list-plans";
import { listTenants } from "@/lib/identity/use-cases/platform/list-tenants";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../closed-page";
import { ifAllowed } from "../allowed";
import { close, reopen, startSupport } from "./actions";

const STATES = ["open", "closed"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.tenants");
  return { title: t("title") };
}

/** The companies of this installation, for the platform's administrators. */
export default async function TenantsPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const [t, asked] = await Promise.all([getTranslations("admin.tenants"), searchParams]);
  const address = readAddress(asked);
  const filter = { search: address.text("search"), state: address.oneOf("state", STATES) };
  const cursor = address.cursor(UUID);
  const found = await ifAllowed(
    Promise.all([load(listTenants, { ...filter, cursor }, locale), load(listPlans, {}, locale)]),
  );
  if (found === null) return <ClosedPage title={t("title")} isPlatform />;
  const [tenants, plans] = found;
  const here = paths.tenants(locale);
  const shown = [filter.search, filter.state && t(`states.${filter.state}`)].filter((part) => part !== undefined);

  return (
    <ClientMessages namespaces={["admin", "identity"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <PageHead title={t("title")} note={t("count", { count: tenants.total })} />
        <FilterForm action={here}>
          <SearchFilter name="search" label={t("search")} value={filter.search ?? ""} placeholder={t("searchHint")} />
          <ChoiceFilter
            name="state"
            label={t("state")}
            value={filter.state ?? ""}
            options={[
              { value: "", label: t("allStates") },
              ...STATES.map((state) => ({ value: state, label: t(`states.${state}`) })),
            ]}
          />
        </FilterForm>
        {tenants.items.length === 0 ? (
          <EmptyList filters={shown} clearHref={here} title={t("empty")} text={t("emptyText")} />
        ) : (
          <TenantTable
            items={tenants.items}
            plans={Object.fromEntries(plans.items.map(({ plan_type, name }) => [plan_type, name]))}
            actions={{ startSupport, close, reopen }}
          />
        )}
        <Pager
          next={tenants.next_cursor && paths.tenants(locale, { ...filter, cursor: tenants.next_cursor })}
          first={cursor === undefined ? null : paths.tenants(locale, filter)}
        />
        <Section title={t("plans.title")} id="plans" note={t("plans.note")} className="mt-5">
          <PlanTable plans={plans.items} />
        </Section>
      </div>
    </ClientMessages>
  );
}
