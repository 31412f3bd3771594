import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { sha256Hex } from "../../core/digest";
import type { InvitationRow } from "../../core/members/invitation";
import { isAcceptable } from "../../core/members/judge-invitation";
import type { Member } from "../../core/members/member";
import { findInvitationByToken } from "../../data/invitations";
import { findMember } from "../../data/members";
import { findTenantRow } from "../../data/tenant-list";

export type OpenInvitation = { invitation: InvitationRow; inviter: Member; company: string };

/** The same for every link that leads nowhere: unknown, used, taken back, too old, or of a company that is closed. */
export const noInvitation = () =>
  new AppError("not_found", "This invitation is not valid (any more): ask whoever invited you for a new one.");

/** The invitation of a mail's link, if it can be accepted now. From here on the unit of work is in its company. */
export async function findOpenInvitation(ctx: QueryCtx, token: string): Promise<OpenInvitation> {
  const invitation = await findInvitationByToken(ctx, await sha256Hex(token));
  if (!invitation) throw noInvitation();
  await ctx.unit.rescope({ tenantId: invitation.tenantId, ownOnly: false });
  const company = await findTenantRow(ctx, invitation.tenantId);
  const inviter = await findMember(ctx, invitation.tenantId, { userId: invitation.invitedBy });
  const facts = { ...invitation, inviter, isCompanyClosed: company?.closedAt !== null };
  if (!company || !inviter || !isAcceptable(facts, ctx.now())) throw noInvitation();
  return { invitation, inviter, company: company.name };
}
