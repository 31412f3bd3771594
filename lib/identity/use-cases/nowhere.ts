import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { type AppError, fieldRefusal } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { listMemberships } from "../data/user-access";

/** Somebody who has proved who they are, and may enter no company: whose records tell of it, and what they hear. */
export type Nowhere = { tenantId: string | null; refusal: AppError };

/**
 * The company that they were last in is told; where every company of theirs is closed, they hear that. In a unit of work
 * that is the person's.
 */
export async function nowhere(ctx: QueryCtx, userId: string): Promise<Nowhere> {
  const known = await listMemberships(ctx, userId);
  const areClosed = known.length > 0 && known.every(({ isClosed }) => isClosed);
  return {
    tenantId: known[0]?.tenantId ?? null,
    refusal: areClosed
      ? refused("company_closed", "Your company is closed here: ask whoever runs this installation.")
      : refused("no_access", "You have no access to a company any more: ask its owner."),
  };
}

/** The same while nobody is signed in: in a transaction of its own. */
export const nowhereOf = (ctx: Ctx, userId: string): Promise<Nowhere> =>
  inOwnUnit(ctx, "identity.login.nowhere", async (own) => {
    await own.unit.rescope({ userId });
    return nowhere(own, userId);
  });

const refused = (code: string, message: string) => fieldRefusal("forbidden", "company", code, message);
