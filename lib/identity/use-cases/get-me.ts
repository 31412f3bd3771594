import { AppError } from "@/lib/kernel/errors";
import { NoInput, query } from "@/lib/kernel/use-case";
import { isEmbedded } from "../adapters/installation";
import { hasSecondFactor } from "../core/factors/judge-removal";
import { findFactors } from "../data/second-factors";
import { findSupportEnd } from "../data/support-access-end";
import { findTenant } from "../data/tenants";
import { listMemberships } from "../data/user-access";
import { findUser } from "../data/users";
import { Me } from "../schemas";
import { mayEnter } from "./choose-tenant";

/** Who is signed in, where, as what, and what they could switch to. */
export const getMe = query({
  name: "identity.me",
  permission: "account",
  input: NoInput,
  output: Me,
  async run(ctx) {
    const { actor, session } = ctx;
    const user = session ? await findUser(ctx, session.userId) : undefined;
    if (!user || !session) throw new AppError("unauthenticated", "Sign in first.");
    const memberships = await listMemberships(ctx, user.id);
    const here = memberships.find(({ tenantId }) => tenantId === ctx.tenantId);
    return {
      id: user.id,
      email: user.email,
      name: user.name,
      role: actor.role,
      tenant_id: ctx.tenantId,
      email_verified: user.emailVerifiedAt !== null,
      locale: user.locale,
      platform_admin: user.platformAdmin,
      tenant: here
        ? { id: here.tenantId, name: here.tenantName, plan: here.plan }
        : ctx.tenantId
          ? ((await findTenant(ctx, ctx.tenantId)) ?? null)
          : null,
      tenants: memberships.map((membership) => ({
        id: membership.tenantId,
        name: membership.tenantName,
        role: membership.role,
        may_enter: mayEnter(membership, ctx.now()),
      })),
      has_second_factor: hasSecondFactor(await findFactors(ctx, user.id)),
      must_enrol: actor.mustEnrol,
      fresh_until: actor.freshUntil && actor.freshUntil > ctx.now() ? actor.freshUntil.toISOString() : null,
      support: session.supportAccessId ? { until: await findSupportEnd(ctx, session.supportAccessId) } : null,
      is_embedded: isEmbedded(),
    };
  },
});
