import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { FeedState } from "../core/feed-state";

type InUnit = { unit: UnitOfWork };

export async function listFeedStates(ctx: InUnit): Promise<FeedState[]> {
  const db = await tx(ctx);
  return db.marketFeed.findMany({ orderBy: { feed: "asc" } });
}

export async function saveFeedStates(ctx: InUnit, states: readonly FeedState[]): Promise<void> {
  const db = await tx(ctx);
  for (const state of states) {
    const { feed, ...rest } = state;
    await db.marketFeed.upsert({ where: { feed }, create: state, update: rest });
  }
}
