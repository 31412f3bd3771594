import type { QueryCtx } from "@/lib/kernel/context";
import { listMemberships } from "../../data/user-access";
import type { UserRow } from "../../data/users";
import { needsSecondFactor } from "../../policy";
import { mayEnter } from "../choose-tenant";

/**
 * Whether a person's role demands a second factor in any company that they may enter: who is a client here and an owner
 * there could otherwise come in here and go there.
 */
export async function needsFactorAnywhere(ctx: QueryCtx, user: UserRow): Promise<boolean> {
  if (user.platformAdmin) return true;
  const memberships = await listMemberships(ctx, user.id);
  return memberships.some((membership) => mayEnter(membership, ctx.now()) && needsSecondFactor(membership.role));
}
