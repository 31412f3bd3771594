import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

/** The companies of the demo; the unit must be the system's. */
export async function findDemoTenants(ctx: { unit: UnitOfWork }): Promise<{ id: string }[]> {
  return (await tx(ctx)).tenant.findMany({ where: { isDemo: true }, select: { id: true } });
}

/** Who of these addresses was ever let into a company; the unit must be the system's, and goes on there. */
export async function findEverMember(
  ctx: { unit: UnitOfWork },
  tenantId: string,
  emails: string[],
): Promise<string | undefined> {
  await ctx.unit.rescope({ tenantId });
  const where = { tenantId, email: { in: emails } };
  return (await (await tx(ctx)).userAccess.findFirst({ where, select: { email: true } }))?.email;
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
