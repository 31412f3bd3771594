import type { Role } from "../../policy";
import type { InvitationItem } from "./invitation-schemas";
import { invitationState } from "./judge-invitation";

export type InvitationRow = {
  id: string;
  tenantId: string;
  email: string;
  name: string | null;
  role: Role;
  invitedBy: string;
  accessExpiresAt: Date | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

export function toInvitationItem(invitation: InvitationRow, inviter: string, now: Date): InvitationItem {
  return {
    id: invitation.id,
    email: invitation.email,
    name: invitation.name,
    role: invitation.role,
    state: invitationState(invitation, now),
    invited_by: inviter,
    access_expires_at: invitation.accessExpiresAt?.toISOString() ?? null,
    created_at: invitation.createdAt.toISOString(),
    expires_at: invitation.expiresAt.toISOString(),
  };
}

/** What the audit log keeps of an invitation: never its token. */
export const invitationFacts = ({ email, role, accessExpiresAt, expiresAt }: InvitationRow) => ({
  email,
  role,
  access_expires_at: accessExpiresAt?.toISOString() ?? null,
  expires_at: expiresAt.toISOString(),
});
