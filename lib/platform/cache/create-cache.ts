import { setTimeout as wait } from "node:timers/promises";
import type { CacheKey } from "./cache-keys";
import type { Storable } from "./codec";
import type { Counters } from "./counters";
import type { Entry } from "./driver";
import { dueAt } from "./due";
import { type CacheParts, Renewals } from "./renewals";

/** A reader waits so long for a new value before the one past its time must do. */
const PATIENCE_MS = 1_000;
/** After a try that brought nothing newer a key isn't tried again for so long. */
const REST_MS = 1_000;

export type Cache = {
  /**
   * The value of a key. Past half of its time: at once, and a new one behind it. Past its time: the new one, or the old
   * one should loading fail or take long. Throws what `load` throws only where there is no value, and `unavailable` where
   * too many loads wait. What is `staleMs: 0` is never past its time.
   */
  through<T extends Storable>(key: CacheKey, load: () => Promise<T>): Promise<T>;
  /** A key, or all that fit a pattern such as `price_trend:*`. What was being loaded before is not kept. Never throws. */
  forget(what: CacheKey | string): Promise<number>;
  counters(): Readonly<Counters>;
  close(): Promise<void>;
};

/** Stale-while-revalidate over any driver. */
export function createCache(parts: CacheParts): Cache {
  const { driver, counters } = parts;
  const renewals = new Renewals(parts);
  /** Drawn once for a writing: chance spreads the processes, not the readers of one. */
  const due = new WeakMap<Entry, number>();

  function isDue(entry: Entry, isExact: boolean): boolean {
    let at = due.get(entry);
    if (at === undefined) {
      at = dueAt(entry, isExact);
      due.set(entry, at);
    }
    return performance.now() >= at;
  }
  async function look(key: CacheKey, copyMs?: number): Promise<Entry | undefined> {
    const entry = await driver.read(key.name, copyMs === undefined ? undefined : { copyMs });
    return entry?.shape === key.shape ? entry : undefined;
  }

  async function staleWhileRenewed(key: CacheKey, load: () => Promise<unknown>): Promise<{ value: unknown }> {
    const entry = await look(key);
    if (!entry) {
      counters.misses++;
      return renewals.cold(key, load);
    }
    counters.hits++;
    if (!isDue(entry, false)) return entry;
    counters.aging++;
    const newer = renewals.newer(key, load, entry).then((loaded) => {
      if (!loaded) due.set(entry, performance.now() + REST_MS);
      return loaded;
    });
    if (performance.now() < entry.freshUntil) return entry;
    return (await Promise.race([newer, wait(PATIENCE_MS, undefined, { ref: false })])) ?? entry;
  }

  /** Readers don't even share a load: one that began before a change may end after it. */
  async function exactly(key: CacheKey, load: () => Promise<unknown>): Promise<{ value: unknown }> {
    const entry = driver.shared ? await look(key, 0) : undefined;
    if (!entry || performance.now() >= entry.freshUntil) {
      counters.misses++;
      return driver.shared ? renewals.alone(key, load) : renewals.unkept(load);
    }
    counters.hits++;
    return isDue(entry, true) ? renewals.alone(key, load, entry) : entry;
  }

  return {
    async through<T extends Storable>(key: CacheKey, load: () => Promise<T>): Promise<T> {
      return (await (key.staleMs === 0 ? exactly : staleWhileRenewed)(key, load)).value as T;
    },
    forget(what) {
      const pattern = typeof what === "string" ? what : what.name;
      renewals.forget(pattern);
      return driver.forget(pattern);
    },
    counters: () => ({ ...counters }),
    close: () => driver.close(),
  };
}
