import { query } from "@/lib/kernel/use-case";
import { ByToken, InvitationPreview } from "../../core/members/invitation-schemas";
import { findOpenInvitation } from "./find-open-invitation";

/** What an invitation is for. Whether its address has an account is not told: who holds the link finds out by using it. */
export const previewInvitation = query({
  name: "members.invitation.preview",
  permission: "public",
  input: ByToken,
  output: InvitationPreview,
  async run(ctx, { token }) {
    const { invitation, inviter, company } = await findOpenInvitation(ctx, token);
    return {
      company,
      inviter: inviter.name,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      expires_at: invitation.expiresAt.toISOString(),
      access_expires_at: invitation.accessExpiresAt?.toISOString() ?? null,
    };
  },
});
