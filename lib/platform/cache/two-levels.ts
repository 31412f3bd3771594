import { Unstorable } from "./codec";
import { type CacheDriver, type Entry, entryOf, leaseOf } from "./driver";
import { memoryDriver } from "./memory";
import { OwedForgets } from "./owed-forgets";

/** So old a copy of this process may be: what another process has forgotten is served no longer than this. */
const COPY_MS = 1_000;

/**
 * A store that processes share, with copies in this one in front of it. Where the store fails, the copies are the whole
 * cache and locks hold in this process alone; no failure of the store reaches the caller.
 */
export function twoLevels(far: CacheDriver): CacheDriver {
  const near = memoryDriver();
  /** When the store last said that this is the last writing. */
  const checkedAt = new WeakMap<Entry, number>();
  const reading = new Map<string, Promise<Entry | undefined>>();
  const owed = new OwedForgets(far);
  /** Tokens of locks that hold in this process alone, taken while the store failed. */
  const ownLocks = new Set<string>();
  /** What was read or written before something was forgotten here is not copied after. */
  let forgets = 0;

  function copy(name: string, entry: Entry | undefined, begun: number): void {
    if (begun !== forgets) return;
    if (entry) {
      near.put(name, entry);
      checkedAt.set(entry, performance.now());
    } else near.drop(name);
  }

  async function readFar(name: string, known: Entry | undefined): Promise<Entry | undefined> {
    const begun = forgets;
    const entry = await far.read(name, known ? { known } : {});
    copy(name, entry, begun);
    return entry;
  }

  /** Many readers of one key ask once. */
  function readTogether(name: string, known: Entry | undefined): Promise<Entry | undefined> {
    const asked = reading.get(name);
    if (asked) return asked;
    const asking = readFar(name, known).finally(() => {
      if (reading.get(name) === asking) reading.delete(name);
    });
    reading.set(name, asking);
    return asking;
  }

  return {
    shared: true,
    async read(name, { copyMs = COPY_MS } = {}) {
      const known = near.get(name);
      const standIn = copyMs > 0 ? known : undefined;
      if (standIn && performance.now() - (checkedAt.get(standIn) ?? 0) < copyMs) return standIn;
      if (owed.has(name)) return standIn;
      return (copyMs > 0 ? readTogether(name, known) : readFar(name, known)).catch(() => standIn);
    },
    async write(name, token, writing) {
      const begun = forgets;
      if (ownLocks.delete(token) || owed.has(name)) return near.write(name, token, writing);
      try {
        const isWritten = await far.write(name, token, writing);
        if (isWritten) copy(name, entryOf(writing), begun);
        await near.release(leaseOf(name), token);
        return isWritten;
      } catch (error) {
        if (error instanceof Unstorable) throw error;
        return near.write(name, token, writing);
      }
    },
    async forget(pattern) {
      forgets++;
      reading.clear();
      const [here, there] = await Promise.all([near.forget(pattern), owed.forget(pattern)]);
      forgets++;
      return there ?? here;
    },
    list: (pattern) => far.list(pattern).catch(() => near.list(pattern)),
    async take(lock, token, ttlMs) {
      try {
        const isTaken = await far.take(lock, token, ttlMs);
        // Here too, should the store be gone when it comes to writing.
        if (isTaken) await near.take(lock, token, ttlMs);
        return isTaken;
      } catch {
        const isTaken = await near.take(lock, token, ttlMs);
        if (isTaken) ownLocks.add(token);
        return isTaken;
      }
    },
    async extend(lock, token, ttlMs) {
      const isOurs = await near.extend(lock, token, ttlMs);
      return ownLocks.has(token) ? isOurs : far.extend(lock, token, ttlMs);
    },
    async release(lock, token) {
      await near.release(lock, token);
      if (!ownLocks.delete(token)) await far.release(lock, token).catch(() => undefined);
    },
    async close() {
      await owed.settled();
      await far.close();
    },
  };
}
