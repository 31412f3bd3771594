import { command } from "@/lib/kernel/use-case";
import { AddAccess, InvitationItem, Invite } from "../../core/members/invitation-schemas";
import { sendInvitation } from "./send-invitation";

/** Invites somebody to the company, with a role that the inviter may give. */
export const inviteMember = command({
  name: "members.invite",
  permission: "members:write",
  fresh: true,
  input: Invite,
  output: InvitationItem,
  run: (ctx, { email, name, role, access_expires_at }) =>
    sendInvitation(ctx, {
      email,
      name,
      role,
      accessExpiresAt: access_expires_at ?? null,
      expiryPath: "access_expires_at",
    }),
});

/** The same as the back office asks for it: nobody gets an account behind their back. */
export const addAccess = command({
  name: "members.access.add",
  permission: "members:write",
  fresh: true,
  input: AddAccess,
  output: InvitationItem,
  run: (ctx, { email, name, role, expires_at }) =>
    sendInvitation(ctx, { email, name, role, accessExpiresAt: expires_at ?? null, expiryPath: "expires_at" }),
});
