import { LRUCache } from "lru-cache";
import { type CacheDriver, type Entry, entryOf, leaseOf } from "./driver";
import { matcher } from "./pattern";

const MOST_LOCKS = 10_000;

export type MemoryDriver = CacheDriver & {
  get(name: string): Entry | undefined;
  /** Takes in what another store keeps. */
  put(name: string, entry: Entry): void;
  drop(name: string): void;
};

/** Values and locks of this process alone, the least recently used value going first. */
export function memoryDriver(maxEntries = 5_000): MemoryDriver {
  const entries = new LRUCache<string, Entry>({ max: maxEntries });
  const locks = new LRUCache<string, { token: string; until: number }>({ max: MOST_LOCKS });

  function get(name: string): Entry | undefined {
    const entry = entries.get(name);
    if (entry === undefined || entry.keptUntil > performance.now()) return entry;
    entries.delete(name);
    return undefined;
  }
  function holderOf(lock: string): string | undefined {
    const held = locks.get(lock);
    return held && held.until > performance.now() ? held.token : undefined;
  }
  const hold = (lock: string, token: string, ttlMs: number) =>
    void locks.set(lock, { token, until: performance.now() + ttlMs });
  const namesLike = (pattern: string) => {
    const fits = matcher(pattern);
    return [...entries.keys()].filter((name) => fits(name) && get(name) !== undefined);
  };

  return {
    shared: false,
    get,
    put: (name, entry) => void entries.set(name, entry),
    drop: (name) => void entries.delete(name),
    read: async (name) => get(name),
    async write(name, token, writing) {
      if (holderOf(leaseOf(name)) !== token) return false;
      locks.delete(leaseOf(name));
      entries.set(name, entryOf(writing));
      return true;
    },
    async forget(pattern) {
      const leases = matcher(leaseOf(pattern));
      for (const lock of [...locks.keys()].filter(leases)) locks.delete(lock);
      return namesLike(pattern).filter((name) => entries.delete(name)).length;
    },
    list: async (pattern) =>
      namesLike(pattern).map((name) => {
        const { value, freshUntil } = get(name) as Entry;
        return { name, bytes: JSON.stringify(value).length, fresh: freshUntil > performance.now() };
      }),
    async take(lock, token, ttlMs) {
      if (holderOf(lock) !== undefined) return false;
      hold(lock, token, ttlMs);
      return true;
    },
    async extend(lock, token, ttlMs) {
      if (holderOf(lock) !== token) return false;
      hold(lock, token, ttlMs);
      return true;
    },
    async release(lock, token) {
      if (holderOf(lock) === token) locks.delete(lock);
    },
    close: async () => undefined,
  };
}
