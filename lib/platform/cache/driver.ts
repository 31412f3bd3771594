/** A value with the moment it was loaded. */
export type CacheEntry = { value: unknown; loadedAtMs: number };

/** Where cached values lie. One interface; the conformance suite in `driver.suite.ts` says how it behaves. */
export type CacheDriver = {
  get(key: string): Promise<CacheEntry | undefined>;
  /** An entry may be kept for `keepMs`, long after it stopped being fresh: a stale value beats an error. */
  set(key: string, entry: CacheEntry, keepMs: number): Promise<void>;
  /** `btc_price`, or all keys that begin with it: `price_trend:*`. Answers how many went. */
  forget(pattern: string): Promise<number>;
};
