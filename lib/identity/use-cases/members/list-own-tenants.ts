import { NoInput, query } from "@/lib/kernel/use-case";
import { accessState } from "../../core/members/access-state";
import { OwnTenants } from "../../core/members/company-schemas";
import { listMemberships } from "../../data/user-access";

/** The companies that a person belongs to, the last used first; also those that they may not enter now, and why. */
export const listOwnTenants = query({
  name: "members.tenant.list-own",
  permission: "account",
  input: NoInput,
  output: OwnTenants,
  async run(ctx) {
    const memberships = await listMemberships(ctx, ctx.session?.userId ?? "");
    return {
      items: memberships.map((membership) => ({
        tenant_id: membership.tenantId,
        name: membership.tenantName,
        plan: membership.plan,
        role: membership.role,
        status: membership.isClosed ? ("closed" as const) : accessState(membership, ctx.now()),
        expires_at: membership.expiresAt?.toISOString() ?? null,
        is_current: membership.tenantId === ctx.tenantId,
      })),
    };
  },
});
