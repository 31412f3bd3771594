import type { QueryCtx } from "@/lib/kernel/context";
import { listMemberships, type Membership } from "../data/user-access";
import type { UserRow } from "../data/users";
import type { ActingRole } from "../policy";

/** Whether a person may enter a company now. */
export const mayEnter = (membership: Membership, now: Date): boolean =>
  membership.hasAccess && !membership.isClosed && (membership.expiresAt === null || membership.expiresAt > now);

/**
 * Where somebody who signs in begins: the company that they were last in, of those that they may enter. A platform
 * administrator begins in none. `undefined`: nowhere to go.
 */
export async function chooseTenant(
  ctx: QueryCtx,
  user: Pick<UserRow, "id" | "platformAdmin">,
): Promise<{ tenantId: string | null; role: ActingRole | null } | undefined> {
  if (user.platformAdmin) return { tenantId: null, role: "platform_admin" };
  const [first] = (await listMemberships(ctx, user.id)).filter((membership) => mayEnter(membership, ctx.now()));
  return first ? { tenantId: first.tenantId, role: first.role } : undefined;
}
