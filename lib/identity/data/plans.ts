import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";

export type PlanRow = { planType: string; name: string; priceMonthly: number; maxMiners: number | null };

/** What can be subscribed to, the cheapest first. */
export async function listPlans(ctx: { unit: UnitOfWork }): Promise<PlanRow[]> {
  const rows = await (await tx(ctx)).subscriptionPlan.findMany({ orderBy: { priceMonthly: "asc" } });
  return rows.map((row) => ({ ...row, priceMonthly: row.priceMonthly.toNumber() }));
}

/** The plan that a company is on. */
export async function findPlanOf(ctx: { unit: UnitOfWork }, tenantId: string): Promise<PlanRow | undefined> {
  const db = await tx(ctx);
  const tenant = await db.tenant.findUnique({ where: { id: tenantId }, select: { plan: true } });
  const row = tenant && (await db.subscriptionPlan.findUnique({ where: { planType: tenant.plan } }));
  return row ? { ...row, priceMonthly: row.priceMonthly.toNumber() } : undefined;
}
