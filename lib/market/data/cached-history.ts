import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import type { CacheKey } from "@/lib/platform/cache/cache-keys";
import type { Storable } from "@/lib/platform/cache/codec";
import type { StoredDay } from "../core/history";
import type { Series } from "../schemas";
import { listDays } from "./days";

type Wanted<T> = {
  key: CacheKey;
  series: Series;
  /** The first day, or all of it. */
  from: string | null;
  /** What is made of the days before they are kept. */
  derive(days: StoredDay[]): T;
};

/** Something made of a daily series, through the cache. */
export function cachedHistory<T extends Storable>(ctx: Ctx, { key, series, from, derive }: Wanted<T>): Promise<T> {
  return cache().through(key, () =>
    inOwnUnit(ctx, `market.cache.${series}`, async (own) => derive(await listDays(own, series, from))),
  );
}
