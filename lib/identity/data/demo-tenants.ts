import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

/** The companies of the demo; the unit must be the system's. */
export async function findDemoTenants(ctx: { unit: UnitOfWork }): Promise<{ id: string; name: string }[]> {
  return (await tx(ctx)).tenant.findMany({ where: { isDemo: true }, select: { id: true, name: true } });
}

/** The people of a demo company by their roles, as they were seeded; the unit must be the system's, and goes on there. */
export async function listDemoMembers(
  ctx: { unit: UnitOfWork },
  tenantId: string,
): Promise<{ userId: string; role: string }[]> {
  await ctx.unit.rescope({ tenantId });
  const where = { tenantId, hasAccess: true };
  return (await tx(ctx)).userAccess.findMany({ where, select: { userId: true, role: true }, orderBy: { id: "asc" } });
}
