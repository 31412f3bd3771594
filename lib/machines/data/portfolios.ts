import type { QueryCtx, UnitOfWork } from "@/lib/kernel/context";
import { cache } from "@/lib/platform/cache";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import { tx } from "@/lib/platform/db";
import { ask } from "@/lib/platform/unit-of-work";
import type { Keeper } from "../core/user-miners/portfolio";

type InUnit = { unit: UnitOfWork };

/**
 * Gives the portfolio its next version, or as many as there are `writes` and the last of them, and holds it to the end of
 * the transaction: its writes happen one after the other, and a write that is undone leaves no gap.
 */
export async function raisePortfolio(ctx: InUnit, { tenantId, userId }: Keeper, writes = 1): Promise<number> {
  const [row] = await ask<{ version: string }>(ctx, {
    name: "portfolio-raise",
    text: `insert into portfolios (tenant_id, user_id, version) values ($1, $2, $3)
      on conflict (tenant_id, user_id) do update set version = portfolios.version + excluded.version
      returning version`,
    values: [tenantId, userId, writes],
  });
  ctx.unit.afterCommit(() => void cache().forget(cacheKeys.userPortfolio({ tenantId, userId })));
  return Number(row?.version);
}

/** The version of the last write; 0 before any. */
export async function readPortfolioVersion(ctx: InUnit, { tenantId, userId }: Keeper): Promise<number> {
  const [row] = await ask<{ version: string }>(ctx, {
    name: "portfolio-version",
    text: "select version from portfolios where tenant_id = $1 and user_id = $2",
    values: [tenantId, userId],
  });
  return Number(row?.version ?? 0);
}

/** Portfolios as the system sees them, of every company or of one: a page after one of them. */
export async function listPortfolios(
  ctx: InUnit,
  { tenantId, after, limit }: { tenantId: string | null; after: Keeper | undefined; limit: number },
): Promise<(Keeper & { version: number })[]> {
  const rows = await (await tx(ctx)).portfolio.findMany({
    where: tenantId === null ? {} : { tenantId },
    ...(after ? { cursor: { tenantId_userId: { tenantId: after.tenantId, userId: after.userId } }, skip: 1 } : {}),
    orderBy: [{ tenantId: "asc" }, { userId: "asc" }],
    take: limit,
  });
  return rows.map(({ version, ...keeper }) => ({ ...keeper, version: Number(version) }));
}

/** How many those are. */
export const countPortfolios = async (ctx: InUnit, tenantId: string | null): Promise<number> =>
  (await tx(ctx)).portfolio.count({ where: tenantId === null ? {} : { tenantId } });

/** Whether anybody in the company that the system works in ever kept machines. */
export async function hasPortfolios(ctx: InUnit, tenantId: string): Promise<boolean> {
  return (await (await tx(ctx)).portfolio.findFirst({ where: { tenantId }, select: { userId: true } })) !== null;
}

/** Additions of the company's machines are judged one after the other from here to the end of the transaction. */
export async function holdPlan(ctx: InUnit, tenantId: string): Promise<void> {
  await (await tx(ctx)).$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`plan:${tenantId}`}, 7305514))::text`;
}

/** Machines of the whole company that count. Nobody sees the others' rows, so the system counts them. */
export async function countMachines(ctx: QueryCtx, tenantId: string): Promise<number> {
  await ctx.unit.rescope({ work: "system" });
  const { _sum } = await (await tx(ctx)).userMiner.aggregate({
    where: { tenantId, retiredAt: null },
    _sum: { quantity: true },
  });
  if (ctx.actor.kind !== "system") await ctx.unit.rescope({ work: "" });
  return _sum.quantity ?? 0;
}
