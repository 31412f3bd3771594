import type { CacheKey } from "@/lib/platform/cache/cache-keys";
import { ask } from "@/lib/platform/unit-of-work";
import { inTestUnit } from "../events/ground";

/** An aggregate's version as the cache keeps it, like what must be right now: never served stale. */
export const versionKey = (key: string): CacheKey => ({
  name: `fault:${key}`,
  ttlMs: 60_000,
  staleMs: 0,
  shape: 1,
});

/** The same out of the database. */
export const versionOf = (key: string): Promise<number> =>
  inTestUnit(async (unit) => {
    const text = "select version::text from test_aggregates where key = $1";
    const [row] = await ask<{ version: string }>({ unit }, { text, values: [key] });
    return Number(row?.version ?? 0);
  });
