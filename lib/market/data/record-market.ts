import type { UnitOfWork } from "@/lib/kernel/context";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { liveDays } from "../core/live-days";
import { snapshotDue } from "../core/snapshot-due";
import { pointsToDrop } from "../core/thin";
import type { MarketSnapshot } from "../schemas";
import { analyticsPoints, dropAnalytics, insertAnalytics } from "./analytics";
import { saveDays } from "./days";
import { dropSnapshots, insertSnapshot, snapshotPoints } from "./snapshots";

type InUnit = { unit: UnitOfWork };

/** Adds a point to network history, to analytics and to today's daily values when one is due, and thins the day. */
export async function recordMarket(
  ctx: InUnit,
  market: MarketSnapshot,
  last: Date | null,
  now: Date,
): Promise<boolean> {
  if (!snapshotDue(market, last, now)) return false;
  await insertSnapshot(ctx, market, now);
  await insertAnalytics(ctx, market, now);
  for (const { source, ...day } of liveDays(market)) await saveDays(ctx, [day], { origin: "live", source, now });
  await thinHistory(ctx, new Date(now.getTime() - (now.getTime() % MS_PER_DAY)));
  return true;
}

/** Drops what is too much of any UTC day since a moment (the beginning of a day), or of all history. */
export async function thinHistory(ctx: InUnit, since?: Date): Promise<{ snapshots: number; analytics: number }> {
  return {
    snapshots: await dropSnapshots(ctx, pointsToDrop(await snapshotPoints(ctx, since))),
    analytics: await dropAnalytics(ctx, pointsToDrop(await analyticsPoints(ctx, since))),
  };
}
