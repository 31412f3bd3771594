import { Unstorable } from "./codec";
import type { Counters } from "./counters";
import { type CacheDriver, leaseOf } from "./driver";

/** So many failures in a row, and nothing more is asked until a try in the background has gone well. */
const FAILURES = 3;
const TRY_MS = 1_000;

type Tell = { down(error: unknown): void; up(): void };

/** Why nothing was asked. */
export class CacheDown extends Error {
  override readonly name = "CacheDown";
}

/**
 * A driver that may be slow or gone, opened by its first use. Once it fails in a row, every call throws at once, so that
 * nobody waits for it at each read; no reader is sent to find out whether it is back.
 */
export function guarded(open: () => Promise<CacheDriver>, counters: Counters, tell: Tell): CacheDriver {
  let opening: Promise<CacheDriver> | undefined;
  let failures = 0;
  let trying: NodeJS.Timeout | undefined;

  function driver(): Promise<CacheDriver> {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  async function ask<T>(work: (driver: CacheDriver) => Promise<T>): Promise<T> {
    if (trying) throw new CacheDown("the cache's Redis doesn't answer");
    try {
      const answer = await work(await driver());
      failures = 0;
      return answer;
    } catch (error) {
      if (error instanceof Unstorable) throw error;
      counters.errors++;
      if (++failures >= FAILURES) rest(error);
      throw error;
    }
  }

  function rest(error: unknown): void {
    if (trying) return;
    counters.down = 1;
    tell.down(error);
    trying = setInterval(() => void tryAgain().catch(() => undefined), TRY_MS).unref();
  }

  async function tryAgain(): Promise<void> {
    await (await driver()).read("probe");
    if (!trying) return;
    clearInterval(trying);
    trying = undefined;
    failures = 0;
    counters.down = 0;
    tell.up();
  }

  /** A Redis that was only slow does later what it was asked for: the lock would be nobody's, and hold up everybody. */
  function giveUp(lock: string, token: string, error: unknown): never {
    if (!(error instanceof CacheDown)) void opening?.then((far) => far.release(lock, token)).catch(() => undefined);
    throw error;
  }

  return {
    shared: true,
    read: (name, look) => ask((far) => far.read(name, look)),
    write: (name, token, writing) =>
      ask((far) => far.write(name, token, writing)).catch((error: unknown) => giveUp(leaseOf(name), token, error)),
    forget: (pattern) => ask((far) => far.forget(pattern)),
    list: (pattern) => ask((far) => far.list(pattern)),
    take: (lock, token, ttlMs) =>
      ask((far) => far.take(lock, token, ttlMs)).catch((error: unknown) => giveUp(lock, token, error)),
    extend: (lock, token, ttlMs) => ask((far) => far.extend(lock, token, ttlMs)),
    release: (lock, token) => ask((far) => far.release(lock, token)),
    async close() {
      clearInterval(trying);
      await opening?.then((far) => far.close());
    },
  };
}
