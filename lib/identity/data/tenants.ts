import type { TellingCtx, UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { CompanyFounded } from "../events";
import { tellCompany } from "./tell-company";

type NewTenant = {
  id: string;
  name: string;
  plan: "free" | "core" | "professional" | "enterprise";
  isDemo?: boolean;
  now: Date;
};

/** Founds a company, tells of it, and goes on in it. */
export async function insertTenant(ctx: TellingCtx, tenant: NewTenant): Promise<void> {
  const { now, ...row } = tenant;
  await ctx.unit.rescope({ tenantId: tenant.id });
  await (await tx(ctx)).tenant.createMany({ data: { ...row, createdAt: now, eventVersion: 1 } });
  tellCompany(ctx, CompanyFounded, { isDemo: false, ...row, closedAt: null, eventVersion: 1 });
}

/** The company that the unit of work acts in. */
export async function findTenant(
  ctx: { unit: UnitOfWork },
  id: string,
): Promise<{ id: string; name: string; plan: string } | undefined> {
  const row = await (await tx(ctx)).tenant.findUnique({ where: { id }, select: { id: true, name: true, plan: true } });
  return row ?? undefined;
}
