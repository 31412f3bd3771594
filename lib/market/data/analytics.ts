import type { Ctx, UnitOfWork } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import { tx } from "@/lib/platform/db";
import { hashpriceOf } from "../core/compose-market";
import type { Point } from "../core/thin";
import type { MarketSnapshot } from "../schemas";

type InUnit = { unit: UnitOfWork };

export type AnalyticsRow = {
  recordedAt: Date;
  btcPrice: number;
  change24hPct: number | null;
  networkHashrate: number;
  fearGreedIndex: number | null;
  hashpriceUsdPerPhDay: number;
};

export async function insertAnalytics(ctx: InUnit, market: MarketSnapshot, recordedAt: Date): Promise<void> {
  const db = await tx(ctx);
  await db.marketAnalytics.create({
    data: {
      recordedAt,
      btcPrice: market.btc_price.value,
      change24hPct: market.change_24h_pct.value,
      networkHashrate: market.network_hashrate_ehs.value,
      fearGreedIndex: market.fear_greed_index.value,
      hashpriceUsdPerPhDay: hashpriceOf(market).usd_per_ph_day.value,
    },
  });
}

/** Oldest first. */
async function listAnalytics(ctx: InUnit, since: Date): Promise<AnalyticsRow[]> {
  const db = await tx(ctx);
  return db.marketAnalytics.findMany({
    where: { recordedAt: { gte: since } },
    omit: { id: true },
    orderBy: { recordedAt: "asc" },
  });
}

export async function analyticsPoints(ctx: InUnit, since?: Date): Promise<Point[]> {
  const db = await tx(ctx);
  return db.marketAnalytics.findMany({
    ...(since ? { where: { recordedAt: { gte: since } } } : {}),
    select: { id: true, recordedAt: true },
  });
}

export async function dropAnalytics(ctx: InUnit, ids: readonly bigint[]): Promise<number> {
  if (ids.length === 0) return 0;
  const db = await tx(ctx);
  return (await db.marketAnalytics.deleteMany({ where: { id: { in: [...ids] } } })).count;
}

/** `listAnalytics` through the cache. */
export function cachedAnalytics(ctx: Ctx, since: Date): Promise<AnalyticsRow[]> {
  return cache().through(cacheKeys.marketAnalytics(), () =>
    inOwnUnit(ctx, "market.cache.market_analytics", (own) => listAnalytics(own, since)),
  );
}
