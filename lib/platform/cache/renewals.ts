import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { CacheKey } from "./cache-keys";
import type { Counters } from "./counters";
import { type CacheDriver, type Entry, leaseOf } from "./driver";
import { jittered } from "./due";
import { holdOn } from "./hold";
import type { Loads } from "./loads";
import { matcher } from "./pattern";

/** Renewed while its holder loads, so that it tells of a dead holder soon. */
const LEASE_MS = 2_000;
/** Longer than a dead holder's lease: who waits for another process's value then has the lease itself. */
const COLD_WAIT_MS = 2_500;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 80;

export type Report = (key: string, error: unknown) => void;
export type CacheParts = { driver: CacheDriver; loads: Loads; counters: Counters; report: Report };

type Load = () => Promise<unknown>;
type Loaded = { value: unknown };

/** Loads keys anew: one load at a time a key in this process, and by its lease across all that share the store. */
export class Renewals {
  #running = new Map<string, Promise<Loaded | undefined>>();

  constructor(private readonly parts: CacheParts) {}

  /** A value where there is none: loaded here or elsewhere. Throws what `load` throws. */
  async cold(key: CacheKey, load: Load): Promise<Loaded> {
    for (;;) {
      const loaded = await this.#together(key, () => this.#untilThere(key, load));
      if (loaded) return loaded;
    }
  }

  /** Something newer than `known`, unless another process sees to it or loading fails (then it is reported). */
  newer(key: CacheKey, load: Load, known: Entry): Promise<Loaded | undefined> {
    return this.#together(key, () =>
      this.#unlessElsewhere(key, load, known).catch((error: unknown) => {
        this.parts.report(key.name, error);
        return undefined;
      }),
    );
  }

  /** Loads for one reader, and keeps it where nobody else is at it; else `current` will do. */
  async alone(key: CacheKey, load: Load, current?: Entry): Promise<Loaded> {
    const token = await this.#lease(key);
    return token ? this.#loadHeld(key, token, load) : (current ?? this.unkept(load));
  }

  async unkept(load: Load): Promise<Loaded> {
    const { counters, loads } = this.parts;
    counters.loads++;
    try {
      return { value: await loads(load) };
    } catch (error) {
      counters.failures++;
      throw error;
    }
  }

  /** Readers who come from now on don't join what was begun before. */
  forget(pattern: string): void {
    const fits = matcher(pattern);
    for (const name of this.#running.keys()) if (fits(name)) this.#running.delete(name);
  }

  #together(key: CacheKey, work: () => Promise<Loaded | undefined>): Promise<Loaded | undefined> {
    const running = this.#running.get(key.name);
    if (running) return running;
    const begun = work().finally(() => {
      if (this.#running.get(key.name) === begun) this.#running.delete(key.name);
    });
    this.#running.set(key.name, begun);
    return begun;
  }

  async #untilThere(key: CacheKey, load: Load): Promise<Loaded> {
    const patience = performance.now() + COLD_WAIT_MS;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      const loaded = await this.#unlessElsewhere(key, load);
      if (loaded) return loaded;
      if (performance.now() > patience) return this.unkept(load);
      await wait(pauseMs);
    }
  }

  /** Undefined while another process has the lease and nothing newer is there. */
  async #unlessElsewhere(key: CacheKey, load: Load, known?: Entry): Promise<Loaded | undefined> {
    const token = await this.#lease(key);
    // With the lease too: its last holder may have written just before.
    const there = await this.parts.driver.read(key.name, { copyMs: 1 });
    const isNewer = there?.shape === key.shape && there.id !== known?.id;
    if (!token) return isNewer ? there : undefined;
    if (!isNewer) return this.#loadHeld(key, token, load);
    await this.parts.driver.release(leaseOf(key.name), token);
    return there;
  }

  async #lease(key: CacheKey): Promise<string | undefined> {
    const token = randomUUID();
    return (await this.parts.driver.take(leaseOf(key.name), token, LEASE_MS)) ? token : undefined;
  }

  async #loadHeld({ name, shape, ttlMs, staleMs }: CacheKey, token: string, load: Load): Promise<Loaded> {
    const { driver, counters, report } = this.parts;
    const hold = holdOn(driver, leaseOf(name), token, LEASE_MS);
    const begun = performance.now();
    try {
      const { value } = await this.unkept(load);
      const loadMs = performance.now() - begun;
      const writing = { id: randomUUID(), shape, value, loadMs, ttlMs: jittered(ttlMs), staleMs };
      const isKept = await driver.write(name, token, writing).catch(async (error: unknown) => {
        report(name, error);
        await driver.release(leaseOf(name), token);
      });
      if (isKept === false) counters.late++;
      return { value };
    } catch (error) {
      await driver.release(leaseOf(name), token);
      throw error;
    } finally {
      hold.stop();
    }
  }
}
