import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import type { Keeper } from "@/lib/machines/index";
import { cache } from "@/lib/platform/cache";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import type { Portfolio } from "../schemas";

/**
 * A portfolio as it is now: kept only where processes share a store, and forgotten there with each write of the machines
 * (`raisePortfolio`) and each recalculation.
 */
export const portfolioThrough = (
  ctx: Ctx,
  keeper: Keeper,
  read: (ctx: QueryCtx) => Promise<Portfolio>,
): Promise<Portfolio> =>
  cache().through(cacheKeys.userPortfolio(keeper), () => inOwnUnit(ctx, "calculator.portfolio.cache", read));

/** Once the unit of work is committed, the portfolio is read anew. */
export const forgetPortfolio = (ctx: QueryCtx, keeper: Keeper): void =>
  ctx.unit.afterCommit(() => void cache().forget(cacheKeys.userPortfolio(keeper)));
