import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Verdict } from "@/components/admin/system/verdict";
import { ClientMessages } from "@/components/layout/client-messages";
import { LatestChanges } from "@/components/overview/latest-changes";
import { MarketGlance } from "@/components/overview/market-glance";
import { MoreLink } from "@/components/overview/more-link";
import { QuickLinks } from "@/components/overview/quick-links";
import { StepList } from "@/components/overview/step-list";
import { WhoHere } from "@/components/overview/who-here";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/paths";
import { menuOf } from "../../signed-in";
import { readOverview } from "./read-overview";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

/** The first page after signing in: who one is here, what to do next, what the market does, and the ways on. */
export default async function OverviewPage() {
  const locale = await getLocale();
  const [t, { me, role, market, planName, steps, system, entries }] = await Promise.all([
    getTranslations("overview"),
    readOverview(locale),
  ]);
  const links = menuOf(me).flatMap(({ key }) => (key === "overview" ? [] : [key]));
  const isLost = role === null;
  return (
    <ClientMessages namespaces={["overview"]}>
      <div className="page grid grid-cols-1 gap-8 py-6">
        <WhoHere name={me.name} role={role} company={me.tenant?.name} plan={planName} />
        {isLost && (
          <EmptyState
            title={t("noCompany.title")}
            text={t(me.tenants.some((tenant) => tenant.may_enter) ? "noCompany.switch" : "noCompany.text")}
            actions={<ButtonLink href={paths.calculator(locale)}>{t("noCompany.calculator")}</ButtonLink>}
          />
        )}
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-2 lg:gap-12">
          <div className="grid min-w-0 grid-cols-1 content-start gap-8">
            <StepList steps={steps} />
            {entries && <LatestChanges entries={entries} />}
          </div>
          <div className="grid min-w-0 grid-cols-1 content-start gap-8">
            <MarketGlance initial={market} />
            {system && (
              <Section id="system" title={t("system.title")}>
                <Verdict status={system} />
                <MoreLink href={paths.system(locale)}>{t("system.all")}</MoreLink>
              </Section>
            )}
          </div>
        </div>
        {links.length > 0 && <QuickLinks links={links} />}
      </div>
    </ClientMessages>
  );
}
