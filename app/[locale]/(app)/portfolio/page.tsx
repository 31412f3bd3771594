import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Pager } from "@/components/admin/pager";
import { ClientMessages } from "@/components/layout/client-messages";
import { MyMachines } from "@/components/portfolio/my-machines";
import { type AddressQuery, readAddress, UUID } from "@/lib/admin/core/address-query";
import { getPortfolio } from "@/lib/calculator/use-cases/portfolio/get-portfolio";
import { listPortfolioMachines } from "@/lib/calculator/use-cases/portfolio/list-portfolio-machines";
import { type ActingRole, roleMay } from "@/lib/identity/policy";
import { isoDate } from "@/lib/kernel/calendar";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ifAllowed } from "../../(admin)/admin/allowed";
import { ClosedPage } from "../../closed-page";
import { pageMachines } from "../../machines";
import { pageMe } from "../../who";
import { addMachines, changeMachines, retireMachines } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("portfolio");
  return { title: t("title") };
}

/** A person's own machines and what they earn. */
export default async function PortfolioPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const cursor = readAddress(await searchParams).cursor(UUID);
  const [t, me] = await Promise.all([getTranslations("portfolio"), pageMe(locale)]);
  const mayWrite = roleMay(me.role as ActingRole | null, "machines:write", !me.must_enrol);
  const found = await ifAllowed(
    Promise.all([
      load(getPortfolio, {}, locale),
      load(listPortfolioMachines, { cursor }, locale),
      mayWrite ? pageMachines(locale) : null,
    ]),
  );
  if (found === null) return <ClosedPage title={t("title")} />;
  const [portfolio, { items, next_cursor }, models] = found;
  return (
    <ClientMessages namespaces={["identity", "portfolio"]}>
      <div className="page grid grid-cols-1 gap-6 py-6">
        <MyMachines
          keeper={`${me.tenant?.id}:${me.id}`}
          portfolio={portfolio}
          items={items}
          cursor={cursor}
          models={models}
          today={isoDate(Date.now())}
          actions={{ add: addMachines, change: changeMachines, retire: retireMachines }}
        />
        <Pager
          next={next_cursor && paths.portfolio(locale, { cursor: next_cursor })}
          first={cursor === undefined ? null : paths.portfolio(locale)}
        />
      </div>
    </ClientMessages>
  );
}
