import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import type { StoredDay } from "../core/history";
import type { Series } from "../schemas";
import { listDays } from "./days";

/** History moves once a day, and today's value every ten minutes. */
const TTL_S = 300;

/** A daily series from a day on, through the cache. */
export function cachedDays(ctx: Ctx, key: string, series: Series, from: string | null): Promise<StoredDay[]> {
  return cache().through(key, {
    ttlS: TTL_S,
    nowMs: ctx.now().getTime(),
    load: () => inOwnUnit(ctx, `market.cache.${series}`, (own) => listDays(own, series, from)),
  });
}
