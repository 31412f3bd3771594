import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { cache } from "@/lib/platform/cache";
import type { StoredDay } from "../core/history";
import type { Series } from "../schemas";
import { listDays } from "./days";

/** History moves once a day, and today's value every ten minutes. */
const TTL_S = 300;

type Wanted<T> = {
  key: string;
  series: Series;
  /** The first day, or all of it. */
  from: string | null;
  /** What is made of the days before they are kept. */
  derive(days: StoredDay[]): T;
};

/** Something made of a daily series, through the cache. */
export function cachedHistory<T>(ctx: Ctx, { key, series, from, derive }: Wanted<T>): Promise<T> {
  return cache().through(key, {
    ttlS: TTL_S,
    nowMs: ctx.now().getTime(),
    load: () => inOwnUnit(ctx, `market.cache.${series}`, async (own) => derive(await listDays(own, series, from))),
  });
}
