import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

type NewTenant = {
  id: string;
  name: string;
  plan: "free" | "core" | "professional" | "enterprise";
  isDemo?: boolean;
  now: Date;
};

/** Founds a company, and goes on in it. */
export async function insertTenant(ctx: { unit: UnitOfWork }, tenant: NewTenant): Promise<void> {
  const { now, ...row } = tenant;
  await ctx.unit.rescope({ tenantId: tenant.id });
  await (await tx(ctx)).tenant.createMany({ data: { ...row, createdAt: now } });
}

/** The company that the unit of work acts in. */
export async function findTenant(
  ctx: { unit: UnitOfWork },
  id: string,
): Promise<{ id: string; name: string; plan: string } | undefined> {
  const row = await (await tx(ctx)).tenant.findUnique({ where: { id }, select: { id: true, name: true, plan: true } });
  return row ?? undefined;
}
