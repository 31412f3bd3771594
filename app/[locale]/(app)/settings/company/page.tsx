import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/admin/page-head";
import { Invitations } from "@/components/identity/company/invitations";
import { PlanRow } from "@/components/identity/company/plan-row";
import { RenameCompany } from "@/components/identity/company/rename-company";
import { SupportList } from "@/components/identity/company/support-list";
import { SettingRow, SettingsSection } from "@/components/identity/settings-section";
import { ClientMessages } from "@/components/layout/client-messages";
import { ButtonLink } from "@/components/ui/button-link";
import { type AddressQuery, readAddress, UUID } from "@/lib/admin/core/address-query";
import { dateText } from "@/lib/i18n/time-format";
import { mayAssign, ROLES, roleMay } from "@/lib/identity/policy";
import { isoDate } from "@/lib/kernel/calendar";
import { paths } from "@/lib/paths";
import { ClosedPage } from "../../../closed-page";
import * as actions from "./actions";
import { readCompany } from "./read-company";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("company");
  return { title: t("title") };
}

/** The company itself: its name, its plan, who is in it or invited, and who looked in. */
export default async function CompanyPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const cursor = readAddress(await searchParams).cursor(UUID);
  const [t, found] = await Promise.all([getTranslations("company"), readCompany(locale, cursor)]);
  if (found === null) return <ClosedPage title={t("title")} />;
  const { role, name, company, plan, people, support } = found;
  const isKeeper = roleMay(role, "company:write");
  const actor = roleMay(role, "members:write") ? (ROLES.find((known) => known === role) ?? null) : null;
  return (
    <ClientMessages namespaces={["company", "identity"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <PageHead title={t("title")} />
        <div>
          <SettingsSection id="company" title={t("company")} text={company?.is_demo ? t("name.demo") : undefined}>
            <SettingRow
              label={t("name.label")}
              value={name}
              actions={isKeeper && company && <RenameCompany company={company} action={actions.rename} />}
            />
            {company && <SettingRow label={t("name.since")} value={dateText(locale, company.created_at)} />}
          </SettingsSection>
          {plan && (
            <SettingsSection id="plan" title={t("plan.title")} text={t("plan.text")}>
              <PlanRow plan={plan} />
            </SettingsSection>
          )}
          {people && (
            <>
              <SettingsSection id="people" title={t("people.title")} text={t("people.text")}>
                <SettingRow
                  label={t("people.count", { count: people.withAccess })}
                  value={t("people.hint")}
                  actions={<ButtonLink href={paths.userAccess(locale)}>{t("people.open")}</ButtonLink>}
                />
              </SettingsSection>
              <SettingsSection id="invitations" title={t("invitations.title")} text={t("invitations.text")}>
                <Invitations
                  page={people.invitations}
                  actor={actor}
                  roles={ROLES.filter((known) => mayAssign(actor, known))}
                  today={isoDate(Date.now())}
                  actions={{
                    invite: actions.invite,
                    sendAgain: actions.sendAgain,
                    withdraw: actions.withdrawInvitation,
                  }}
                />
              </SettingsSection>
            </>
          )}
          {support && (
            <SettingsSection id="support" title={t("support.title")} text={t("support.text")}>
              {support.items.length === 0 ? (
                <p className="text-muted">{t("support.none")}</p>
              ) : (
                <SupportList items={support.items} endSupport={isKeeper ? actions.endSupport : undefined} />
              )}
              <div className="mt-3 flex gap-2 empty:hidden">
                {cursor !== undefined && (
                  <ButtonLink href={`${paths.company(locale)}#support`}>{t("support.newest")}</ButtonLink>
                )}
                {support.next_cursor && (
                  <ButtonLink href={`${paths.company(locale, { cursor: support.next_cursor })}#support`}>
                    {t("support.older")}
                  </ButtonLink>
                )}
              </div>
            </SettingsSection>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
