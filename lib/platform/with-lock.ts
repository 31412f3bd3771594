import { randomUUID } from "node:crypto";
import { cacheDriver } from "./cache";
import type { CacheDriver } from "./cache/driver";
import { holdOn } from "./cache/hold";
import type { Lock } from "./cache/locks";

/** What became of the work: it ran, or somebody else was at it. */
export type Locked<T> = { ran: true; value: T } | { ran: false };

/**
 * Runs `work` unless another process is at the same. The lock is renewed while the work lasts and free again after its
 * time should this process die; `lost` is aborted once another may have it. It saves work and guards no write: two may
 * run for a moment, and without Redis each process has locks of its own.
 */
export async function withLock<T>(
  lock: Lock,
  work: (lost: AbortSignal) => Promise<T>,
  driver: CacheDriver = cacheDriver(),
): Promise<Locked<T>> {
  const token = randomUUID();
  if (!(await driver.take(lock.name, token, lock.ttlMs))) return { ran: false };
  const hold = holdOn(driver, lock.name, token, lock.ttlMs);
  try {
    return { ran: true, value: await work(hold.lost) };
  } finally {
    hold.stop();
    await driver.release(lock.name, token);
  }
}
