import type { CacheDriver, CacheEntry } from "./cache/driver";
import { memoryDriver } from "./cache/memory";
import { log } from "./log";

type Wanted<T> = {
  /** How long a value is fresh; past half of it, it is served at once and refreshed behind. */
  ttlS: number;
  nowMs: number;
  load(): Promise<T>;
};

export type Cache = {
  /**
   * The cached value of a key. Fresh: at once. Past its time: loaded anew, one load at a time a key; if that fails,
   * the old value. Throws what `load` throws only where there is no value at all.
   */
  through<T>(key: string, wanted: Wanted<T>): Promise<T>;
  forget(pattern: string): Promise<number>;
};

/** How long a value is kept beyond its freshness, for the day its origin fails. */
const KEEP_MS = 24 * 3_600_000;

type Report = (key: string, error: unknown) => void;

/** Stale-while-revalidate over any driver; a driver that fails costs a load, never an error. */
export function createCache(driver: CacheDriver, report: Report): Cache {
  const loading = new Map<string, Promise<unknown>>();
  const version = new Map<string, number>();

  function refresh<T>(key: string, { ttlS, nowMs, load }: Wanted<T>): Promise<T> {
    const running = loading.get(key);
    if (running) return running as Promise<T>;
    const begunAt = version.get(key) ?? 0;
    const work = load()
      .then(async (value) => {
        // A value that was forgotten while it was being loaded must not come back.
        if ((version.get(key) ?? 0) === begunAt) await keep(key, { value, loadedAtMs: nowMs }, ttlS);
        return value;
      })
      .finally(() => loading.delete(key));
    loading.set(key, work);
    return work;
  }

  const keep = (key: string, entry: CacheEntry, ttlS: number) =>
    driver.set(key, entry, ttlS * 1000 + KEEP_MS).catch((error: unknown) => report(key, error));

  const look = (key: string) =>
    driver.get(key).catch((error: unknown) => {
      report(key, error);
      return undefined;
    });

  return {
    async through<T>(key: string, wanted: Wanted<T>): Promise<T> {
      const entry = await look(key);
      if (!entry) return refresh(key, wanted);
      const ageMs = wanted.nowMs - entry.loadedAtMs;
      if (ageMs <= wanted.ttlS * 500) return entry.value as T;
      const refreshed = refresh(key, wanted).catch((error: unknown) => {
        report(key, error);
        return entry.value as T;
      });
      return ageMs <= wanted.ttlS * 1000 ? (entry.value as T) : refreshed;
    },
    async forget(pattern) {
      const prefix = pattern.endsWith("*") ? pattern.slice(0, -1) : null;
      const touched = prefix === null ? [pattern] : [...loading.keys()].filter((key) => key.startsWith(prefix));
      for (const key of touched) version.set(key, (version.get(key) ?? 0) + 1);
      for (const key of touched) loading.delete(key);
      return driver.forget(pattern);
    },
  };
}

declare global {
  // Pages, actions and REST are bundled apart, each with a copy of this module: what one forgets, all must forget.
  var hashinsightCache: Cache | undefined;
}

/** The cache of this process. */
export function cache(): Cache {
  globalThis.hashinsightCache ??= createCache(memoryDriver(), (key, error) =>
    log.warn({ err: error, key }, "cache refresh failed"),
  );
  return globalThis.hashinsightCache;
}
