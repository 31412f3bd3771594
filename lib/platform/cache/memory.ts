import { LRUCache } from "lru-cache";
import type { CacheDriver, CacheEntry } from "./driver";

/** Cached values of this process alone, the least recently used going first. */
export function memoryDriver(maxEntries = 5_000): CacheDriver {
  const entries = new LRUCache<string, CacheEntry>({ max: maxEntries });
  return {
    get: async (key) => entries.get(key),
    set: async (key, entry, keepMs) => void entries.set(key, entry, { ttl: keepMs }),
    async forget(pattern) {
      const matches = pattern.endsWith("*")
        ? [...entries.keys()].filter((key) => key.startsWith(pattern.slice(0, -1)))
        : [pattern];
      return matches.filter((key) => entries.delete(key)).length;
    },
  };
}
