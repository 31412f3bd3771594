import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { AccessItem } from "../../core/members/access-schemas";
import { type AccessChange, judgeChange, type Told } from "../../core/members/judge-change";
import { accessFacts, type Member, toAccessItem } from "../../core/members/member";
import { withdrawInvitationsOf } from "../../data/invitations";
import { queueMail } from "../../data/mail-queue";
import { listOwners, revokeKeysOf, updateMember } from "../../data/members";
import { revokeSessions } from "../../data/sessions";
import { findTenant } from "../../data/tenants";
import { findUserByEmail } from "../../data/users";
import { mayAssign, ROLES } from "../../policy";
import { holdRoster, memberHere } from "./here";
import { refused } from "./refuse";

type Wanted = { id: string; change: AccessChange; version?: number };

/**
 * Changes what somebody's access to the company is worth, with all that follows: sessions and keys end, a mail tells them.
 * Throws `not_found`, `precondition_failed` when it was changed since `version`, and what `judgeChange` refuses.
 */
export async function changeAccess(ctx: CommandCtx, { id, change, version }: Wanted): Promise<AccessItem> {
  const now = ctx.now();
  const { tenantId, actor } = await holdRoster(ctx);
  const target = await memberHere(ctx, id);
  if (version !== undefined && version !== target.version)
    throw new AppError("precondition_failed", "This access was changed in the meantime: read it again.");
  const verdict = judgeChange({ actor, target, change, owners: await listOwners(ctx, tenantId), now });
  if ("refusal" in verdict) throw refused(verdict.refusal);
  const { role, hasAccess, expiresAt } = verdict.next;
  const member = await updateMember(ctx, target, { role, hasAccess, expiresAt }, now);
  if (verdict.endsSessions) await endWhatWasGiven(ctx, member);
  if (verdict.revokesKeys) await revokeKeysOf(ctx, tenantId, member.userId, now);
  await tell(ctx, member, actor, verdict.told);
  ctx.audit({ entity: "user_access", id, before: accessFacts(target), after: accessFacts(member) });
  return toAccessItem(member, actor.userId, now);
}

/** Sessions, and invitations to roles that the person may not give any more. */
async function endWhatWasGiven(ctx: CommandCtx, { tenantId, userId, role, hasAccess }: Member): Promise<void> {
  const now = ctx.now();
  await revokeSessions(ctx, { userId, tenantId }, hasAccess ? "role_changed" : "access_revoked", now);
  const exceptRoles = hasAccess ? ROLES.filter((given) => mayAssign(role, given)) : [];
  await withdrawInvitationsOf(ctx, { tenantId, invitedBy: userId, exceptRoles }, now);
}

/** One mail a change, in the person's own language. */
async function tell(ctx: CommandCtx, member: Member, actor: Member, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const person = await findUserByEmail(ctx, member.email);
  const company = (await findTenant(ctx, member.tenantId))?.name ?? "";
  for (const one of told) {
    await queueMail(ctx, {
      kind: "access-changed",
      locale: person?.locale ?? ctx.locale,
      to: member.email,
      tenantId: member.tenantId,
      userId: member.userId,
      now: ctx.now(),
      params: {
        company,
        by: actor.name,
        change: "until" in one ? { ...one, until: one.until?.toISOString() ?? null } : one,
      },
    });
  }
}
