import { AppError, fieldRefusal } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { ByToken, Joined } from "../../core/members/invitation-schemas";
import { findUser } from "../../data/users";
import { MemberChanged } from "../../events";
import { admit } from "./admit";
import { findOpenInvitation } from "./find-open-invitation";

/**
 * Accepts an invitation as who is signed in: it must have gone to their confirmed address. Throws `not_found` for a link
 * that leads nowhere, `forbidden` for somebody else's, `email_unverified`, `conflict` for who has access already.
 */
export const acceptInvitation = command({
  name: "members.invitation.accept",
  permission: "account",
  emits: [MemberChanged],
  input: ByToken,
  output: Joined,
  async run(ctx, { token }) {
    const user = ctx.session ? await findUser(ctx, ctx.session.userId) : undefined;
    if (!user) throw new AppError("unauthenticated", "Sign in first.");
    const { invitation } = await findOpenInvitation(ctx, token);
    if (user.platformAdmin)
      throw new AppError("forbidden", "A platform administrator belongs to no company: use another account.");
    if (invitation.email !== user.email) throw otherAddress(invitation.email);
    if (!user.emailVerifiedAt)
      throw new AppError("email_unverified", "Confirm your address first: the link is in the mail we sent you.");
    const { company } = await admit(ctx, token, user);
    return { tenant_id: invitation.tenantId, company, role: invitation.role };
  },
});

function otherAddress(email: string): AppError {
  const message = `This invitation is for ${email}: sign in with that address.`;
  return fieldRefusal("forbidden", "token", "other_address", message);
}
