import { mayAssign, type Role } from "../../policy";
import { accessState } from "./access-state";
import type { Standing } from "./judge-change";

const DAY_MS = 24 * 3_600_000;

/** How long an invitation can be accepted. */
export const INVITATION_MS = 7 * DAY_MS;

export type InvitationTimes = { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null };
export type InvitationState = "open" | "accepted" | "revoked" | "expired";

export function invitationState({ expiresAt, acceptedAt, revokedAt }: InvitationTimes, now: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}

export type InvitationFacts = InvitationTimes & {
  role: Role;
  accessExpiresAt: Date | null;
  isCompanyClosed: boolean;
  /** Who sent it, as the company knows them now. */
  inviter: Standing | undefined;
};

/**
 * Whether an invitation still lets somebody in. It is worth no more than who sent it may do today: when they lose their
 * access or their role, so do those whom they invited and who haven't come yet.
 */
export function isAcceptable(facts: InvitationFacts, now: Date): boolean {
  if (invitationState(facts, now) !== "open" || facts.isCompanyClosed) return false;
  if (facts.accessExpiresAt && facts.accessExpiresAt <= now) return false;
  const { inviter } = facts;
  return inviter !== undefined && accessState(inviter, now) === "active" && mayAssign(inviter.role, facts.role);
}

export type AdmitRefusal = "has_access" | "role_not_yours";

/**
 * Whether somebody may be invited, or let in by an invitation, whom the company may know from before: not who has access,
 * and not by who couldn't have changed the access that they had.
 */
export function judgeAdmission(inviterRole: Role, known: Standing | undefined, now: Date): AdmitRefusal | undefined {
  if (!known) return undefined;
  if (accessState(known, now) === "active") return "has_access";
  return mayAssign(inviterRole, known.role) ? undefined : "role_not_yours";
}
