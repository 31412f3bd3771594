import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type InUnit = { unit: UnitOfWork };

/** Whether people may come into the company; the unit must be in it. */
export async function isCompanyOpen(ctx: InUnit, tenantId: string): Promise<boolean> {
  const where = { id: tenantId, closedAt: null };
  return (await (await tx(ctx)).tenant.count({ where })) > 0;
}

/** The accounts of the company's clients who have access, as its list of members says; the unit must be in it. */
export async function listClientsWithAccess(ctx: InUnit, tenantId: string): Promise<string[]> {
  const where = { tenantId, role: "client", hasAccess: true };
  return (await (await tx(ctx)).userAccess.findMany({ where, select: { userId: true } })).map(({ userId }) => userId);
}
