import { cache } from "../cache";

export type CacheCounts = { hits: number; misses: number };

/** Look-ups in the cache of this process since it started. */
export function cacheCounts(): CacheCounts {
  const { hits, misses } = cache().counters();
  return { hits, misses };
}
