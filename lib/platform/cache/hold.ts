import type { CacheDriver } from "./driver";

/** Renewed so often within its time that one or two lost answers don't lose it. */
const RENEWALS_A_LIFE = 3;

export type Hold = {
  /** Aborted when the lock is somebody else's, or must be taken for it. */
  lost: AbortSignal;
  stop(): void;
};

/** Renews a lock that was just taken, for as long as its holder is at work; a holder that dies renews nothing. */
export function holdOn(driver: CacheDriver, lock: string, token: string, ttlMs: number): Hold {
  const lost = new AbortController();
  let heldUntil = performance.now() + ttlMs;
  const timer = setInterval(async () => {
    const asked = performance.now();
    // A store that doesn't answer says nothing of the lock; it holds for as long as was last agreed.
    const isHeld = await driver.extend(lock, token, ttlMs).catch(() => "unknown" as const);
    if (isHeld === true) heldUntil = asked + ttlMs;
    if (isHeld === true || (isHeld === "unknown" && performance.now() < heldUntil)) return;
    clearInterval(timer);
    lost.abort();
  }, ttlMs / RENEWALS_A_LIFE).unref();
  return { lost: lost.signal, stop: () => clearInterval(timer) };
}
