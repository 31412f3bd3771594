import { type ActingRole, roleMay } from "@/lib/identity/policy";
import { getCompany } from "@/lib/identity/use-cases/members/company";
import { listAccess } from "@/lib/identity/use-cases/members/list-access";
import { listInvitations } from "@/lib/identity/use-cases/members/list-invitations";
import { listPlans } from "@/lib/identity/use-cases/members/list-plans";
import { listSupport } from "@/lib/identity/use-cases/platform/list-support";
import type { Locale } from "@/lib/kernel/context";
import { load } from "@/lib/transport/load";
import { pageMe } from "../../../who";

const INVITATIONS = 50;
const LOOKS = 10;

/** The company as far as this person's role opens it, part by part; null where it opens none of it. */
export async function readCompany(locale: Locale, cursor: string | undefined) {
  const me = await pageMe(locale);
  const role = me.role as ActingRole | null;
  const seesCompany = roleMay(role, "company:read", !me.must_enrol);
  const seesMembers = roleMay(role, "members:read", !me.must_enrol);
  if (me.tenant === null || !(seesCompany || seesMembers)) return null;
  const [company, members, plans, support] = await Promise.all([
    seesCompany ? load(getCompany, {}, locale) : null,
    seesMembers
      ? Promise.all([
          load(listAccess, { status: "active", limit: 1 }, locale),
          load(listInvitations, { limit: INVITATIONS }, locale),
        ])
      : null,
    load(listPlans, {}, locale),
    seesCompany ? load(listSupport, { limit: LOOKS, cursor }, locale) : null,
  ]);
  return {
    role,
    name: company?.name ?? me.tenant.name,
    company,
    plan: plans.items.find(({ plan_type }) => plan_type === me.tenant?.plan),
    people: members && { withAccess: members[0].total, invitations: members[1] },
    support,
  };
}
