import type { CommandCtx } from "@/lib/kernel/context";
import { judgeAdmission } from "../../core/members/judge-invitation";
import { accessFacts, type Member } from "../../core/members/member";
import { takeInvitation } from "../../data/invitations";
import { findMember, revokeKeysOf, updateMember } from "../../data/members";
import { lockRoster } from "../../data/roster-lock";
import { revokeSessions } from "../../data/sessions";
import { insertAccess } from "../../data/user-access";
import { findOpenInvitation, noInvitation, type OpenInvitation } from "./find-open-invitation";
import { refused } from "./refuse";

type Person = { id: string; email: string; name: string };

/**
 * Lets a person in by an invitation, which is used up: of several who come at once one is let in. The unit of work is in
 * the company (`findOpenInvitation`); what it found is looked at again while nobody else changes the roster.
 */
export async function admit(ctx: CommandCtx, token: string, person: Person): Promise<OpenInvitation> {
  const seen = await findOpenInvitation(ctx, token);
  await lockRoster(ctx, seen.invitation.tenantId);
  const open = await findOpenInvitation(ctx, token);
  const { invitation, inviter } = open;
  const now = ctx.now();
  const known = await findMember(ctx, invitation.tenantId, { userId: person.id });
  const refusal = judgeAdmission(inviter.role, known, now);
  if (refusal === "has_access") throw refused("has_access", "token");
  if (refusal || !(await takeInvitation(ctx, invitation.id, now))) throw noInvitation();
  if (known) await letInAgain(ctx, known, open);
  else await letIn(ctx, person, open);
  return open;
}

async function letIn(ctx: CommandCtx, person: Person, { invitation }: OpenInvitation): Promise<void> {
  const { tenantId, role, accessExpiresAt: expiresAt } = invitation;
  const { email, name } = person;
  const id = crypto.randomUUID();
  await insertAccess(ctx, { id, tenantId, userId: person.id, email, name, role, expiresAt, now: ctx.now() });
  const facts = accessFacts({ email, role, hasAccess: true, expiresAt });
  ctx.audit({ entity: "user_access", id, after: { ...facts, invitation: invitation.id } });
}

/** Sessions and keys from before don't come back to life with the new role. */
async function letInAgain(ctx: CommandCtx, known: Member, { invitation }: OpenInvitation): Promise<void> {
  const now = ctx.now();
  const { role, accessExpiresAt: expiresAt } = invitation;
  const { tenantId, userId } = known;
  const member = await updateMember(ctx, known, { role, hasAccess: true, expiresAt }, now);
  await revokeSessions(ctx, { userId, tenantId }, "role_changed", now);
  await revokeKeysOf(ctx, tenantId, userId, now);
  const after = { ...accessFacts(member), invitation: invitation.id };
  ctx.audit({ entity: "user_access", id: member.id, before: accessFacts(known), after });
}
