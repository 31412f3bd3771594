import type { TellingCtx, UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { ROLES, type Role } from "../policy";
import { tellMember } from "./tell-member";

type InUnit = { unit: UnitOfWork };

export type Membership = {
  tenantId: string;
  tenantName: string;
  plan: string;
  isClosed: boolean;
  role: Role;
  hasAccess: boolean;
  expiresAt: Date | null;
  /** When this person last had a session there. */
  lastUsedAt: Date | null;
};

/** Every company that the unit's person belongs to, the last used first; also those that they may not enter now. */
export async function listMemberships(ctx: InUnit, userId: string): Promise<Membership[]> {
  const db = await tx(ctx);
  const access = await db.userAccess.findMany({
    where: { userId },
    select: { tenantId: true, role: true, hasAccess: true, expiresAt: true, createdAt: true },
  });
  const tenantIds = access.map(({ tenantId }) => tenantId);
  const [tenants, used] = [
    await db.tenant.findMany({
      where: { id: { in: tenantIds } },
      select: { id: true, name: true, plan: true, closedAt: true },
    }),
    await db.session.groupBy({ by: ["tenantId"], where: { userId }, _max: { createdAt: true } }),
  ];
  return access
    .flatMap((row): Membership[] => {
      const tenant = tenants.find(({ id }) => id === row.tenantId);
      const role = ROLES.find((known) => known === row.role);
      if (!tenant || !role) return [];
      const lastUsedAt = used.find(({ tenantId }) => tenantId === row.tenantId)?._max.createdAt ?? null;
      const { tenantId, hasAccess, expiresAt } = row;
      const { name: tenantName, plan } = tenant;
      return [
        { tenantId, tenantName, plan, isClosed: tenant.closedAt !== null, role, hasAccess, expiresAt, lastUsedAt },
      ];
    })
    .toSorted((a, b) => (b.lastUsedAt?.getTime() ?? 0) - (a.lastUsedAt?.getTime() ?? 0));
}

type NewAccess = {
  id: string;
  tenantId: string;
  userId: string;
  email: string;
  name: string;
  role: Role;
  expiresAt?: Date | null;
  now: Date;
};

/** Lets a person into the company that the unit of work acts in, and tells of it. */
export async function insertAccess(ctx: TellingCtx, access: NewAccess): Promise<void> {
  const { now, ...row } = access;
  await (await tx(ctx)).userAccess.createMany({ data: { ...row, createdAt: now, updatedAt: now } });
  tellMember(ctx, { ...row, expiresAt: row.expiresAt ?? null, hasAccess: true, version: 1 });
}

/** A person's address or name changed: every company sees the new one, and tells of it. */
export async function followPerson(
  ctx: TellingCtx,
  userId: string,
  change: { email?: string; name?: string; now: Date },
): Promise<void> {
  const { now, ...rest } = change;
  const members = await (await tx(ctx)).userAccess.updateManyAndReturn({
    where: { userId },
    data: { ...rest, updatedAt: now, version: { increment: 1 } },
  });
  for (const member of members) tellMember(ctx, member);
}
