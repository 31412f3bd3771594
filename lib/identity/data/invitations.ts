import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { InvitationRow } from "../core/members/invitation";
import { ROLES, type Role } from "../policy";
import { pageArgs, pageOf } from "./page-rows";

type InUnit = { unit: UnitOfWork };

const FIELDS = {
  id: true,
  tenantId: true,
  email: true,
  name: true,
  role: true,
  invitedBy: true,
  accessExpiresAt: true,
  createdAt: true,
  expiresAt: true,
  acceptedAt: true,
  revokedAt: true,
} as const;

const UNANSWERED = { acceptedAt: null, revokedAt: null };

export async function insertInvitation(
  ctx: InUnit,
  invitation: Omit<InvitationRow, "acceptedAt" | "revokedAt"> & { tokenHash: string },
): Promise<InvitationRow> {
  return rowOf(await (await tx(ctx)).invitation.create({ data: invitation, select: FIELDS }));
}

export async function findInvitation(ctx: InUnit, tenantId: string, id: string): Promise<InvitationRow | undefined> {
  const row = await (await tx(ctx)).invitation.findFirst({ where: { id, tenantId }, select: FIELDS });
  return row ? rowOf(row) : undefined;
}

/** The invitation of a mail's link, whoever asks: it is seen by its exact key. */
export async function findInvitationByToken(ctx: InUnit, tokenHash: string): Promise<InvitationRow | undefined> {
  await ctx.unit.rescope({ lookup: tokenHash });
  const row = await (await tx(ctx)).invitation.findUnique({ where: { tokenHash }, select: FIELDS });
  return row ? rowOf(row) : undefined;
}

/** The one that waits for an answer of this address, be it too old by now. */
export async function findUnanswered(ctx: InUnit, tenantId: string, email: string): Promise<InvitationRow | undefined> {
  const row = await (await tx(ctx)).invitation.findFirst({ where: { tenantId, email, ...UNANSWERED }, select: FIELDS });
  return row ? rowOf(row) : undefined;
}

/** Takes it back; false when it was answered or taken back before. */
export async function withdrawInvitation(ctx: InUnit, id: string, now: Date): Promise<boolean> {
  const where = { id, ...UNANSWERED };
  return (await (await tx(ctx)).invitation.updateMany({ where, data: { revokedAt: now } })).count === 1;
}

/** Takes back what somebody sent who may not give these roles any more. */
export async function withdrawInvitationsOf(
  ctx: InUnit,
  which: { tenantId: string; invitedBy: string; exceptRoles: readonly Role[] },
  now: Date,
): Promise<void> {
  const { tenantId, invitedBy, exceptRoles } = which;
  await (await tx(ctx)).invitation.updateMany({
    where: { tenantId, invitedBy, role: { notIn: [...exceptRoles] }, ...UNANSWERED },
    data: { revokedAt: now },
  });
}

/** Uses it up: of several who do so at once, one gets true. */
export async function takeInvitation(ctx: InUnit, id: string, now: Date): Promise<boolean> {
  const where = { id, ...UNANSWERED, expiresAt: { gt: now } };
  return (await (await tx(ctx)).invitation.updateMany({ where, data: { acceptedAt: now } })).count === 1;
}

/** The newest first; `openAt`: only those that can still be answered then. */
export async function listInvitations(
  ctx: InUnit,
  tenantId: string,
  { openAt, limit, cursor }: { openAt?: Date; limit: number; cursor?: string | undefined },
): Promise<{ rows: (InvitationRow & { inviter: string })[]; next: string | null; total: number }> {
  const db = await tx(ctx);
  const where = { tenantId, ...(openAt ? { ...UNANSWERED, expiresAt: { gt: openAt } } : {}) };
  const found = await db.invitation.findMany({
    where,
    select: FIELDS,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...pageArgs(limit, cursor),
  });
  const page = pageOf(found, limit);
  const rows = page.rows.map(rowOf);
  const inviters = await db.userAccess.findMany({
    where: { tenantId, userId: { in: rows.map(({ invitedBy }) => invitedBy) } },
    select: { userId: true, name: true },
  });
  const names = new Map(inviters.map(({ userId, name }) => [userId, name]));
  return {
    rows: rows.map((row) => ({ ...row, inviter: names.get(row.invitedBy) ?? "" })),
    next: page.next,
    total: await db.invitation.count({ where }),
  };
}

function rowOf(row: Omit<InvitationRow, "role"> & { role: string }): InvitationRow {
  const role = ROLES.find((known) => known === row.role);
  if (!role) throw new Error(`invitation ${row.id} has an unknown role`);
  return { ...row, role };
}
