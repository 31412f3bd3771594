import type { ClientInfo, UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { announceSessions } from "@/lib/platform/events/wake";

type InUnit = { unit: UnitOfWork };

type NewSession = {
  id: string;
  sidHash: string;
  userId: string;
  tenantId: string | null;
  amr: readonly string[];
  now: Date;
  expiresAt: Date;
  client: ClientInfo;
  supportAccessId?: string;
};

export async function insertSession(ctx: InUnit, session: NewSession): Promise<void> {
  const { now, client, amr, ...row } = session;
  await (await tx(ctx)).session.createMany({
    data: {
      ...row,
      amr: [...amr],
      ip: client.ip,
      userAgent: client.userAgent,
      createdAt: now,
      lastSeenAt: now,
      provedAt: now,
    },
  });
}

/** Gives a session another secret, as every change of what it may do asks for; the old one is worth nothing from now on. */
export async function rotateSession(
  ctx: InUnit,
  id: string,
  change: {
    sidHash: string;
    amr?: readonly string[];
    provedAt?: Date;
    tenantId?: string | null;
    expiresAt?: Date;
    supportAccessId?: string | null;
  },
): Promise<boolean> {
  const { amr, ...rest } = change;
  const { count } = await (await tx(ctx)).session.updateMany({
    where: { id, revokedAt: null },
    data: { ...rest, ...(amr ? { amr: [...amr] } : {}) },
  });
  ctx.unit.afterCommit(announceSessions);
  return count === 1;
}

/** Ends sessions of a person: all, or all but one. Gives how many were live. */
export async function revokeSessions(
  ctx: InUnit,
  which: { userId: string; except?: string; tenantId?: string },
  reason: string,
  now: Date,
): Promise<number> {
  const { count } = await (await tx(ctx)).session.updateMany({
    where: {
      userId: which.userId,
      revokedAt: null,
      ...(which.except ? { id: { not: which.except } } : {}),
      ...(which.tenantId ? { tenantId: which.tenantId } : {}),
    },
    data: { revokedAt: now, revokedReason: reason },
  });
  ctx.unit.afterCommit(announceSessions);
  return count;
}

/** Ends one session, if it is there and live. */
export async function revokeSession(ctx: InUnit, id: string, reason: string, now: Date): Promise<boolean> {
  const { count } = await (await tx(ctx)).session.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now, revokedReason: reason },
  });
  ctx.unit.afterCommit(announceSessions);
  return count === 1;
}

/** Whether a person has signed in from such a browser before; `undefined` when never at all. */
export async function hasUsedDevice(ctx: InUnit, userId: string, userAgent: string): Promise<boolean | undefined> {
  const db = await tx(ctx);
  const all = await db.session.count({ where: { userId } });
  return all === 0 ? undefined : (await db.session.count({ where: { userId, userAgent } })) > 0;
}

/** The company that a person is signed in to; none for the platform's administrators, wherever they look. */
export async function findSessionTenant(ctx: InUnit, id: string): Promise<string | null> {
  const row = await (await tx(ctx)).session.findUnique({
    where: { id },
    select: { tenantId: true, supportAccessId: true },
  });
  return row?.supportAccessId ? null : (row?.tenantId ?? null);
}

/** The session's secret hash and how it was signed in; the unit must be its person's. */
export async function findSession(
  ctx: InUnit,
  id: string,
): Promise<{ sidHash: string; amr: string[]; expiresAt: Date } | undefined> {
  const row = await (await tx(ctx)).session.findUnique({
    where: { id },
    select: { sidHash: true, amr: true, expiresAt: true },
  });
  return row ?? undefined;
}

/** A use of the session keeps its idle time. */
export async function seeSession(ctx: InUnit, id: string, now: Date): Promise<void> {
  await (await tx(ctx)).session.updateMany({ where: { id, revokedAt: null }, data: { lastSeenAt: now } });
}
