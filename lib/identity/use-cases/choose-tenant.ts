import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { listMemberships, type Membership } from "../data/user-access";
import type { UserRow } from "../data/users";
import type { ActingRole } from "../policy";

/** Whether a person may enter a company now. */
export const mayEnter = (membership: Membership, now: Date): boolean =>
  membership.hasAccess && !membership.isClosed && (membership.expiresAt === null || membership.expiresAt > now);

type Person = Pick<UserRow, "id" | "platformAdmin">;
type Place = { tenantId: string | null; role: ActingRole | null };

/**
 * Where somebody who signs in begins: the company that they were last in, of those that they may enter. A platform
 * administrator begins in none. `undefined`: nowhere to go.
 */
export async function chooseTenant(ctx: QueryCtx, user: Person): Promise<Place | undefined> {
  if (user.platformAdmin) return { tenantId: null, role: "platform_admin" };
  const [first] = (await listMemberships(ctx, user.id)).filter((membership) => mayEnter(membership, ctx.now()));
  return first ? { tenantId: first.tenantId, role: first.role } : undefined;
}

/** The same while nobody is signed in: in a transaction of its own. */
export const placeOf = (ctx: Ctx, user: Person): Promise<Place | undefined> =>
  inOwnUnit(ctx, "identity.login.place", async (own) => {
    await own.unit.rescope({ userId: user.id });
    return chooseTenant(own, user);
  });
