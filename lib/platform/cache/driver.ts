/** What a driver keeps under a name. Moments are of this process's `performance.now()`: no wall clock is compared. */
export type Entry = {
  /** Of this writing; the next one has another. */
  id: string;
  /** What the value looks like; a build that knows another shape takes it for missing. */
  shape: number;
  value: unknown;
  /** How long it took to load. */
  loadMs: number;
  ttlMs: number;
  freshUntil: number;
  /** After its time it is kept a while longer, for the day that loading fails. */
  keptUntil: number;
};

export type Writing = Pick<Entry, "id" | "shape" | "value" | "loadMs" | "ttlMs"> & { staleMs: number };

export type Look = {
  /** The caller's copy: answered itself, unread, where it is still the last writing. */
  known?: Entry;
  /** How old a copy of this process may be that answers instead of the store that all share; 0: none does. */
  copyMs?: number;
};

/** One value as the cache tool lists it. */
export type Listed = { name: string; bytes: number; fresh: boolean };

/**
 * Where cached values and locks lie. One interface; the conformance suite in `driver.suite.ts` says how it behaves.
 * Whoever wants to write a key takes its lease first (the lock `leaseOf`): forgetting a key takes the lease away, so
 * what was loaded before can't come back after.
 */
export type CacheDriver = {
  /** Whether other processes see the same. */
  readonly shared: boolean;
  read(name: string, look?: Look): Promise<Entry | undefined>;
  /** Writes where `token` holds the key's lease, and gives the lease back. Answers whether it did. */
  write(name: string, token: string, writing: Writing): Promise<boolean>;
  /** A key, or a pattern in which `*` stands for anything. Answers how many values went. */
  forget(pattern: string): Promise<number>;
  list(pattern: string): Promise<Listed[]>;
  /** Takes a lock that nobody holds. It is free again after `ttlMs`, whatever becomes of its holder. */
  take(lock: string, token: string, ttlMs: number): Promise<boolean>;
  /** Answers whether the lock was still its holder's. */
  extend(lock: string, token: string, ttlMs: number): Promise<boolean>;
  /** Does nothing to a lock of somebody else's. */
  release(lock: string, token: string): Promise<void>;
  close(): Promise<void>;
};

/** The lock that who writes a key holds. */
export const leaseOf = (name: string): string => `lease:${name}`;

/** The entry that a writing becomes. */
export function entryOf({ staleMs, ...kept }: Writing): Entry {
  const freshUntil = performance.now() + kept.ttlMs;
  return { ...kept, freshUntil, keptUntil: freshUntil + staleMs };
}
