export type CacheCounts = { hits: number; misses: number };

/** Look-ups in the cache of this process since it started. */
export const cacheCounts = (): CacheCounts => ({ hits: 0, misses: 0 });
