import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Pager } from "@/components/admin/pager";
import { ClientMessages } from "@/components/layout/client-messages";
import { MyMachines } from "@/components/portfolio/my-machines";
import { listQuery, portfolioQuery } from "@/components/portfolio/portfolio-query";
import { type AddressQuery, readAddress, UUID } from "@/lib/admin/core/address-query";
import { getPortfolioSummary } from "@/lib/calculator/use-cases/portfolio/get-portfolio-summary";
import { listPortfolioMachines } from "@/lib/calculator/use-cases/portfolio/list-portfolio-machines";
import { type ActingRole, roleMay } from "@/lib/identity/policy";
import { isoDate } from "@/lib/kernel/calendar";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ifAllowed } from "../../(admin)/admin/allowed";
import { ClosedPage } from "../../closed-page";
import { pageMachines } from "../../machines";
import { pageMe } from "../../who";
import { addMachines, changeMachines, restoreMachines, retireMachines } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portfolio");
  return { title: t("title") };
}

/** A person's own machines and what they earn. */
export default async function PortfolioPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const address = readAddress(await searchParams);
  const [query, cursor] = [portfolioQuery(address), address.cursor(UUID)];
  const [t, me] = await Promise.all([getTranslations("portfolio"), pageMe(locale)]);
  const mayWrite = roleMay(me.role as ActingRole | null, "machines:write", !me.must_enrol);
  const found = await ifAllowed(
    Promise.all([
      load(getPortfolioSummary, {}, locale),
      load(listPortfolioMachines, { ...listQuery(query), cursor }, locale),
      mayWrite ? pageMachines(locale) : null,
    ]),
  );
  if (found === null) return <ClosedPage title={t("title")} />;
  const [summary, machines, models] = found;
  const here = (from?: string) => paths.portfolio(locale, { ...query, cursor: from });
  return (
    <ClientMessages namespaces={["identity", "portfolio"]}>
      <div className="page grid grid-cols-1 gap-6 py-6">
        <MyMachines
          keeper={`${me.tenant?.id}:${me.id}`}
          summary={summary}
          page={machines}
          query={query}
          cursor={cursor}
          models={models}
          today={isoDate(Date.now())}
          actions={{ add: addMachines, change: changeMachines, retire: retireMachines, restore: restoreMachines }}
        />
        <Pager next={machines.next_cursor && here(machines.next_cursor)} first={cursor === undefined ? null : here()} />
      </div>
    </ClientMessages>
  );
}
