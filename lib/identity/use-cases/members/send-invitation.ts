import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { paths } from "@/lib/paths";
import { limits } from "@/lib/platform/limits/limits";
import { link } from "../../adapters/links";
import { newSecret, sha256Hex } from "../../core/digest";
import { type InvitationRow, invitationFacts, toInvitationItem } from "../../core/members/invitation";
import type { InvitationItem } from "../../core/members/invitation-schemas";
import { INVITATION_MS, judgeAdmission } from "../../core/members/judge-invitation";
import type { Member } from "../../core/members/member";
import { findUnanswered, insertInvitation, withdrawInvitation } from "../../data/invitations";
import { queueMail } from "../../data/mail-queue";
import { findMember } from "../../data/members";
import { findTenant } from "../../data/tenants";
import { findUser } from "../../data/users";
import { mayAssign, type Role } from "../../policy";
import { companyOf, holdRoster } from "./here";
import { refused } from "./refuse";

type Wanted = { email: string; name: string | undefined; role: Role; accessExpiresAt: Date | null; expiryPath: string };

/**
 * Invites an address: a new token, and the mail that carries it, in the inviter's language. An open invitation of the
 * address is replaced. Throws `conflict` for who has access, `email_unverified` for who hasn't confirmed their own.
 */
export async function sendInvitation(ctx: CommandCtx, wanted: Wanted): Promise<InvitationItem> {
  const now = ctx.now();
  // Before the transaction begins: it waits for nothing else.
  await limits().takeInvitation(companyOf(ctx));
  const { actor } = await holdRoster(ctx);
  if (!mayAssign(actor.role, wanted.role)) throw refused("role_not_yours");
  if (wanted.accessExpiresAt && wanted.accessExpiresAt <= now) throw refused("expiry_past", wanted.expiryPath);
  await requireConfirmedAddress(ctx, actor);
  const known = await findMember(ctx, actor.tenantId, { email: wanted.email });
  const refusal = judgeAdmission(actor.role, known, now);
  if (refusal) throw refused(refusal, "email");
  await replaceOpenOne(ctx, actor, wanted.email);
  const token = newSecret();
  const { email, role, accessExpiresAt } = wanted;
  const invitation = await insertInvitation(ctx, {
    id: crypto.randomUUID(),
    tenantId: actor.tenantId,
    email,
    name: wanted.name ?? null,
    role,
    tokenHash: await sha256Hex(token),
    invitedBy: actor.userId,
    accessExpiresAt,
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVITATION_MS),
  });
  await mailInvitation(ctx, invitation, actor, token);
  ctx.audit({ entity: "invitations", id: invitation.id, after: invitationFacts(invitation) });
  return toInvitationItem(invitation, actor.name, now);
}

/** Nobody has mail sent to strangers in the product's name before their own address is known to be theirs. */
async function requireConfirmedAddress(ctx: CommandCtx, actor: Member): Promise<void> {
  if (!(await findUser(ctx, actor.userId))?.emailVerifiedAt)
    throw new AppError("email_unverified", "Confirm your own address first: the link is in the mail we sent you.");
}

async function replaceOpenOne(ctx: CommandCtx, actor: Member, email: string): Promise<void> {
  const open = await findUnanswered(ctx, actor.tenantId, email);
  if (!open) return;
  if (!mayAssign(actor.role, open.role)) throw refused("role_not_yours", "email");
  await withdrawInvitation(ctx, open.id, ctx.now());
  ctx.audit({ entity: "invitations", id: open.id, before: invitationFacts(open), after: { state: "replaced" } });
}

async function mailInvitation(ctx: CommandCtx, invitation: InvitationRow, actor: Member, token: string): Promise<void> {
  const company = await findTenant(ctx, actor.tenantId);
  await queueMail(ctx, {
    kind: "invitation",
    locale: ctx.locale,
    to: invitation.email,
    tenantId: actor.tenantId,
    userId: null,
    now: ctx.now(),
    params: {
      company: company?.name ?? "",
      inviter: actor.name,
      role: invitation.role,
      until: invitation.expiresAt.toISOString(),
      link: link(paths.invitation(ctx.locale, token)),
    },
  });
}
