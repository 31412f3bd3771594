import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import { cacheKeys } from "@/lib/platform/cache/cache-keys";
import type { LastSnapshot } from "../core/compose-market";
import type { FeedState } from "../core/feed-state";
import { listFeedStates } from "./feeds";
import { listSnapshots } from "./snapshots";

type NetworkHistory = { snapshots: LastSnapshot[]; feeds: FeedState[] };

/** Network history since a moment and how the feeds fare, through the cache. */
export function cachedNetworkHistory(ctx: Ctx, since: Date): Promise<NetworkHistory> {
  return cache().through(cacheKeys.networkHistory(), () =>
    inOwnUnit(ctx, "market.cache.network_history", async (own) => ({
      snapshots: await listSnapshots(own, since),
      feeds: await listFeedStates(own),
    })),
  );
}
