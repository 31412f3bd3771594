import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { announceSessions } from "@/lib/platform/events/wake";
import { pageArgs, pageOf } from "./page-rows";

type InUnit = { unit: UnitOfWork };

const FIELDS = {
  id: true,
  tenantId: true,
  platformUserId: true,
  platformEmail: true,
  reason: true,
  startedAt: true,
  expiresAt: true,
  endedAt: true,
} as const;

export type SupportRow = {
  id: string;
  tenantId: string;
  platformUserId: string;
  platformEmail: string;
  reason: string;
  startedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
};

export async function insertSupportAccess(ctx: InUnit, access: Omit<SupportRow, "endedAt">): Promise<void> {
  await (await tx(ctx)).supportAccess.createMany({ data: access });
}

export async function findSupportAccess(ctx: InUnit, id: string): Promise<SupportRow | undefined> {
  return (await (await tx(ctx)).supportAccess.findUnique({ where: { id }, select: FIELDS })) ?? undefined;
}

/** Ends a look that is running; false when it was over before. */
export async function endSupportAccess(ctx: InUnit, id: string, by: string, now: Date): Promise<boolean> {
  const { count } = await (await tx(ctx)).supportAccess.updateMany({
    where: { id, endedAt: null, expiresAt: { gt: now } },
    data: { endedAt: now, endedBy: by },
  });
  ctx.unit.afterCommit(announceSessions);
  return count === 1;
}

/** The looks into a company that are running. */
export async function listRunningSupport(ctx: InUnit, tenantId: string, now: Date): Promise<SupportRow[]> {
  return (await tx(ctx)).supportAccess.findMany({
    where: { tenantId, endedAt: null, expiresAt: { gt: now } },
    select: FIELDS,
  });
}

/** The newest first: of a company, or (for the platform) of all. */
export async function listSupportAccess(
  ctx: InUnit,
  tenantId: string | null,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ rows: SupportRow[]; next: string | null; total: number }> {
  const db = await tx(ctx);
  const where = tenantId === null ? {} : { tenantId };
  const found = await db.supportAccess.findMany({
    where,
    select: FIELDS,
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    ...pageArgs(limit, cursor),
  });
  return { ...pageOf(found, limit), total: await db.supportAccess.count({ where }) };
}
