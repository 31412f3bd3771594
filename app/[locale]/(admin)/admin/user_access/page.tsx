import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EmptyList } from "@/components/admin/empty-list";
import { ChoiceFilter, SearchFilter } from "@/components/admin/filter-fields";
import { FilterForm } from "@/components/admin/filter-form";
import { PageHead } from "@/components/admin/page-head";
import { Pager } from "@/components/admin/pager";
import { AccessTable } from "@/components/admin/user-access/access-table";
import { InviteButton } from "@/components/admin/user-access/invite-button";
import { OpenInvitations } from "@/components/admin/user-access/open-invitations";
import { ClientMessages } from "@/components/layout/client-messages";
import { Section } from "@/components/ui/section";
import { type AddressQuery, readAddress, UUID } from "@/lib/admin/core/address-query";
import { mayAssign, ROLES, roleMay } from "@/lib/identity/policy";
import { listAccess } from "@/lib/identity/use-cases/members/list-access";
import { listInvitations } from "@/lib/identity/use-cases/members/list-invitations";
import { isoDate } from "@/lib/kernel/calendar";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import { ClosedPage } from "../../../closed-page";
import { pageMe } from "../../../who";
import { ifAllowed } from "../allowed";
import * as actions from "./actions";

const STATES = ["active", "expired", "revoked"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.access");
  return { title: t("title") };
}

/** Who may come into the company, as what and until when; who is invited; and the ways to change that. */
export default async function UserAccessPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const [t, roleNames, me, asked] = await Promise.all([
    getTranslations("admin.access"),
    getTranslations("identity.roles"),
    pageMe(locale),
    searchParams,
  ]);
  const address = readAddress(asked);
  const filter = {
    search: address.text("search"),
    role: address.oneOf("role", ROLES),
    status: address.oneOf("status", STATES),
  };
  const cursor = address.cursor(UUID);
  const found = await ifAllowed(
    Promise.all([load(listAccess, { ...filter, cursor }, locale), load(listInvitations, { limit: 100 }, locale)]),
  );
  if (found === null) return <ClosedPage title={t("title")} />;
  const [people, invitations] = found;

  const role = ROLES.find((known) => known === me.role) ?? null;
  const actor = roleMay(role, "members:write") ? role : null;
  const roles = ROLES.filter((known) => mayAssign(actor, known));
  const today = isoDate(Date.now());
  const shown = [
    filter.search,
    filter.role && roleNames(filter.role),
    filter.status && t(`status.${filter.status}`),
  ].filter((part) => part !== undefined);

  return (
    <ClientMessages namespaces={["admin", "identity"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <PageHead
          title={t("title")}
          note={t("count", { count: people.total })}
          tools={actor && <InviteButton roles={roles} today={today} invite={actions.invite} />}
        />
        <FilterForm action={paths.userAccess(locale)}>
          <SearchFilter name="search" label={t("search")} value={filter.search ?? ""} placeholder={t("searchHint")} />
          <ChoiceFilter
            name="role"
            label={t("role")}
            value={filter.role ?? ""}
            options={[
              { value: "", label: t("allRoles") },
              ...ROLES.map((known) => ({ value: known, label: roleNames(known) })),
            ]}
          />
          <ChoiceFilter
            name="status"
            label={t("state")}
            value={filter.status ?? ""}
            options={[
              { value: "", label: t("allStates") },
              ...STATES.map((state) => ({ value: state, label: t(`status.${state}`) })),
            ]}
          />
        </FilterForm>
        {people.items.length === 0 ? (
          <EmptyList filters={shown} clearHref={paths.userAccess(locale)} title={t("empty")} />
        ) : (
          <AccessTable
            items={people.items}
            actor={actor}
            roles={roles}
            today={today}
            actions={{
              read: actions.readAccess,
              edit: actions.editAccess,
              revoke: actions.revokeAccess,
              sessions: actions.listSessions,
              endSessions: actions.endSessions,
            }}
          />
        )}
        <Pager
          next={people.next_cursor && paths.userAccess(locale, { ...filter, cursor: people.next_cursor })}
          first={cursor === undefined ? null : paths.userAccess(locale, filter)}
        />
        <Section
          title={t("invited.title")}
          id="invited"
          note={invitations.total > 0 && t("invited.count", { count: invitations.total })}
          className="mt-5"
        >
          {invitations.items.length === 0 ? (
            <p className="border-t border-line py-4 text-muted">{t("invited.none")}</p>
          ) : (
            <OpenInvitations items={invitations.items} actor={actor} withdraw={actions.withdrawInvitation} />
          )}
        </Section>
      </div>
    </ClientMessages>
  );
}
