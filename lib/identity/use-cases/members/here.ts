import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { accessState } from "../../core/members/access-state";
import type { Member } from "../../core/members/member";
import { findMember } from "../../data/members";
import { lockRoster } from "../../data/roster-lock";

/** The company that is worked in. Throws `forbidden` outside of one. */
export function companyOf(ctx: QueryCtx): string {
  if (ctx.tenantId === null) throw new AppError("forbidden", "This belongs to a company: switch to one first.");
  return ctx.tenantId;
}

/** One person's access to the company, by the id of the row. Throws `not_found`, also for another company's. */
export async function memberHere(ctx: QueryCtx, id: string): Promise<Member> {
  const member = await findMember(ctx, companyOf(ctx), { id });
  if (!member) throw new AppError("not_found", "There is nobody with this id in the company.");
  return member;
}

/**
 * Holds the company's roster for the rest of the transaction, and gives who acts as the company knows them then: who was
 * let in by an owner's role must still have it. Throws `forbidden` when they lost their access in the meantime.
 */
export async function holdRoster(ctx: QueryCtx): Promise<{ tenantId: string; actor: Member }> {
  const tenantId = companyOf(ctx);
  await lockRoster(ctx, tenantId);
  const actor = await findMember(ctx, tenantId, { userId: ctx.actor.userId ?? "" });
  if (!actor || accessState(actor, ctx.now()) !== "active")
    throw new AppError("forbidden", "Your access to the company has just ended.");
  return { tenantId, actor };
}
