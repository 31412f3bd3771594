import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { ById } from "../../core/members/fields";
import { invitationFacts, toInvitationItem } from "../../core/members/invitation";
import { InvitationItem } from "../../core/members/invitation-schemas";
import { findInvitation, withdrawInvitation as withdraw } from "../../data/invitations";
import { findMember } from "../../data/members";
import { mayAssign } from "../../policy";
import { holdRoster } from "./here";
import { refused } from "./refuse";

/** Takes an invitation back: its link is worth nothing from now on. Throws `conflict` for one that was answered. */
export const withdrawInvitation = command({
  name: "members.invitation.withdraw",
  permission: "members:write",
  input: ById,
  output: InvitationItem,
  async run(ctx, { id }) {
    const now = ctx.now();
    const { tenantId, actor } = await holdRoster(ctx);
    const invitation = await findInvitation(ctx, tenantId, id);
    if (!invitation) throw new AppError("not_found", "There is no invitation with this id.");
    if (!mayAssign(actor.role, invitation.role)) throw refused("role_not_yours");
    if (!(await withdraw(ctx, id, now)))
      throw new AppError("conflict", "This invitation was accepted or taken back before.");
    ctx.audit({ entity: "invitations", id, before: invitationFacts(invitation), after: { state: "revoked" } });
    const inviter = await findMember(ctx, tenantId, { userId: invitation.invitedBy });
    return toInvitationItem({ ...invitation, revokedAt: now }, inviter?.name ?? "", now);
  },
});
