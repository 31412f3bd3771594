import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

/** The companies of the demo; the unit must be the system's. */
export async function findDemoTenants(ctx: { unit: UnitOfWork }): Promise<{ id: string; name: string }[]> {
  return (await tx(ctx)).tenant.findMany({ where: { isDemo: true }, select: { id: true, name: true } });
}
