import { getSystemStatus } from "@/lib/admin/use-cases/get-system-status";
import { listAudit } from "@/lib/audit/use-cases/list-audit";
import { isFactorDemanded } from "@/lib/identity/core/factor-demand";
import { nextSteps } from "@/lib/identity/core/next-steps";
import { type ActingRole, roleMay } from "@/lib/identity/policy";
import { recoveryState } from "@/lib/identity/use-cases/factors/recovery-codes";
import { listAccess } from "@/lib/identity/use-cases/members/list-access";
import { listInvitations } from "@/lib/identity/use-cases/members/list-invitations";
import { listPlans } from "@/lib/identity/use-cases/members/list-plans";
import { listTenants } from "@/lib/identity/use-cases/platform/list-tenants";
import type { Locale } from "@/lib/kernel/context";
import type { Permission } from "@/lib/kernel/permission";
import { load } from "@/lib/transport/load";
import { pageMarket } from "../../market";
import { pageMe } from "../../who";

const ENTRIES = 5;

/** All that the overview shows to this person; what their role may not see isn't asked for, and is null. */
export async function readOverview(locale: Locale) {
  const me = await pageMe(locale);
  const role = me.role as ActingRole | null;
  const may = (permission: Permission) => roleMay(role, permission, !me.must_enrol);
  const when = async <T>(isAllowed: boolean, read: () => Promise<T>): Promise<T | null> =>
    isAllowed ? await read() : null;
  const [market, plans, codes, people, companies, system, audit] = await Promise.all([
    pageMarket(locale),
    when(me.tenant !== null, () => load(listPlans, {}, locale)),
    when(me.has_second_factor, () => load(recoveryState, {}, locale)),
    when(may("members:write"), () =>
      Promise.all([
        load(listAccess, { status: "active", limit: 1 }, locale),
        load(listInvitations, { limit: 1 }, locale),
      ]),
    ),
    when(may("platform:read"), () => load(listTenants, { limit: 1 }, locale)),
    when(may("system:read"), () => load(getSystemStatus, {}, locale)),
    when(may("audit:read"), () => load(listAudit, { limit: ENTRIES }, locale)),
  ]);
  const steps = nextSteps({
    emailVerified: me.email_verified,
    hasSecondFactor: me.has_second_factor,
    isFactorDemanded: isFactorDemanded(me),
    codesLeft: codes?.left ?? null,
    people: people && { withAccess: people[0].total, invited: people[1].total },
    companies: companies?.total ?? null,
    systemProblems: system && companies ? system.problems.length : null,
  });
  const planName = plans?.items.find(({ plan_type }) => plan_type === me.tenant?.plan)?.name ?? me.tenant?.plan;
  return { me, role, market, planName, steps, system, entries: audit?.items ?? null };
}
