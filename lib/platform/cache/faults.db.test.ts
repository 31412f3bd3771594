import { afterEach, beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/platform/db";
import { cutLine } from "@/lib/testing/cut-line";
import { redisSuite } from "@/lib/testing/redis-suite";
import { readerProcess } from "@/scripts/bench/cache/reader-process";
import type { CacheKey } from "./cache-keys";
import { ANSWER_MS } from "./client";
import type { Cache } from "./create-cache";
import { openCache } from "./open-cache";
import { redisClient } from "./redis";
import { remoteDriver } from "./remote";

const KEY: CacheKey = { name: "fault:key", ttlMs: 60_000, staleMs: 60_000, shape: 1 };
/** Where Redis isn't made slow, a busy machine may be. */
const PATIENT_MS = 10_000;
const EXACT: CacheKey = { ...KEY, name: "fault:exact", staleMs: 0 };
const named = (name: string): CacheKey => ({ ...KEY, name: `fault:${name}` });

redisSuite("the cache, when its Redis fails", (redis) => {
  /** What the database says, and how often it was asked. */
  let truth = 0;
  let asked = 0;
  const load = async () => {
    asked++;
    const { rows } = await pool().query<{ value: number }>("select $1::int as value", [truth]);
    return rows[0]?.value ?? Number.NaN;
  };

  let opened: Cache[];
  /** The cache of one process more. */
  function another(answerMs = PATIENT_MS, url = redis().url): Cache {
    const { cache } = openCache({ REDIS_URL: url, answerMs }, 5);
    opened.push(cache);
    return cache;
  }
  /** What Redis itself has. */
  async function inRedis(name: string): Promise<unknown> {
    const driver = remoteDriver(await redisClient(redis().url));
    const entry = await driver.read(name);
    await driver.close();
    return entry?.value;
  }
  const isUp = (cache: Cache) => expect.poll(() => cache.counters().down, { timeout: 8_000 }).toBe(0);

  beforeEach(() => {
    opened = [];
    truth = 1;
    asked = 0;
  });
  afterEach(async () => {
    redis().resume();
    await Promise.all(opened.map((cache) => cache.close()));
    await redis().stop();
    await redis().start();
  });

  /** Readers who never pause, until told to; every answer's time. Throws the first error that one of them met. */
  function readers(cache: Cache, count: number, keyOf: (turn: number) => CacheKey = () => KEY) {
    let reading = true;
    const times: number[] = [];
    const all = Array.from({ length: count }, async (_, reader) => {
      for (let turn = reader; reading; turn += count) {
        const begun = performance.now();
        expect(await cache.through(keyOf(turn), load)).toBe(truth);
        times.push(performance.now() - begun);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    return {
      times,
      async stop() {
        reading = false;
        await Promise.all(all);
        return times;
      },
    };
  }
  const after = (times: number[], more: number) => {
    const goal = times.length + more;
    return expect.poll(() => times.length, { timeout: 10_000 }).toBeGreaterThan(goal);
  };

  test("killed amid reading: answers keep coming, and it heals when there is one again", async () => {
    const cache = another();
    const reading = readers(cache, 8, (turn) => named(`killed-${turn % 50}`));
    await after(reading.times, 500);
    await redis().stop("SIGKILL");
    await expect.poll(() => cache.counters().down, { timeout: 5_000 }).toBe(1);
    await after(reading.times, 2_000);
    await redis().start();
    await isUp(cache);
    await after(reading.times, 500);
    await reading.stop();
    await expect.poll(() => cache.through(KEY, load).then(() => inRedis(KEY.name)), { timeout: 5_000 }).toBe(1);
  });

  test("slow: nobody waits for it but who asked first", async () => {
    const cache = another(ANSWER_MS);
    await cache.through(KEY, load);
    redis().pause();
    const reading = readers(cache, 8);
    await expect.poll(() => cache.counters().down, { timeout: 5_000 }).toBe(1);
    await after(reading.times, 2_000);
    const times = await reading.stop();
    // A copy stands in each time; three answers in a row that don't come, and nothing is asked any more.
    expect(times.filter((ms) => ms > 150).length / times.length).toBeLessThan(0.05);
    expect(Math.max(...times)).toBeLessThan(2_000);
    redis().resume();
    await isUp(cache);
  });

  test("slow when a loaded value shall be kept: it is kept here, and nobody waits for its lease", async () => {
    const cache = another(ANSWER_MS);
    const loadThenSlow = async () => {
      redis().pause();
      return load();
    };
    expect(await cache.through(KEY, loadThenSlow)).toBe(1);
    for (let reader = 0; reader < 5; reader++) expect(await cache.through(KEY, load)).toBe(1);
    expect(asked).toBe(1);
    redis().resume();
    await isUp(cache);
    await expect.poll(() => cache.through(KEY, load).then(() => inRedis(KEY.name)), { timeout: 5_000 }).toBe(1);
  });

  test("flushed: each key is loaded once more", async () => {
    const cache = another();
    const keys = Array.from({ length: 20 }, (_, index) => named(`flushed-${index}`));
    for (const key of keys) await cache.through(key, load);
    const reading = readers(cache, 8, (turn) => keys[turn % 20] as CacheKey);
    await after(reading.times, 200);
    await redis().flush();
    await expect.poll(() => asked, { timeout: 10_000 }).toBe(40);
    await after(reading.times, 200);
    await reading.stop();
    for (const key of keys) expect(await inRedis(key.name)).toBe(1);
    expect(asked).toBe(40);
  });

  test("never there at all: each process caches for itself", async () => {
    await redis().stop();
    const cache = another();
    const values = await Promise.all(Array.from({ length: 500 }, () => cache.through(KEY, load)));
    expect(new Set(values)).toEqual(new Set([1]));
    expect(asked).toBe(1);
    expect(await cache.through(KEY, load)).toBe(1);
    expect(asked).toBe(1);
  });

  test("what is forgotten while it is slow is forgotten: here at once, elsewhere once it answers", async () => {
    const [here, elsewhere] = [another(ANSWER_MS), another(ANSWER_MS)];
    for (const cache of [here, elsewhere]) await cache.through(KEY, load);
    redis().pause();
    truth = 2;
    await here.forget(KEY);
    expect(await here.through(KEY, load)).toBe(2);
    redis().resume();
    await expect.poll(() => elsewhere.through(KEY, load), { timeout: 8_000 }).toBe(2);
    expect(await here.through(KEY, load)).toBe(2);
  });

  test("what is forgotten with the line cut is forgotten elsewhere once it is mended, and never read here before", async () => {
    const line = await cutLine(Number(new URL(redis().url).port));
    const here = another(PATIENT_MS, Object.assign(new URL(redis().url), { port: line.port }).toString());
    const elsewhere = another();
    for (const cache of [here, elsewhere]) await cache.through(EXACT, load);
    await line.cut();
    truth = 2;
    await here.forget(EXACT);
    await line.mend();
    const reading = readers(here, 1, () => EXACT);
    await expect.poll(() => inRedis(EXACT.name), { timeout: 10_000 }).not.toBe(1);
    await isUp(here);
    await reading.stop();
    expect(await elsewhere.through(EXACT, load)).toBe(2);
    await line.cut();
  });

  test("a read that was under way when its key was forgotten leaves no copy", async () => {
    const [one, other] = [another(), another()];
    await one.through(KEY, load);
    await other.through(named("connected"), load);
    redis().pause();
    const early = other.through(KEY, load);
    truth = 2;
    const forgotten = other.forget(KEY);
    redis().resume();
    expect(await early).toBe(1);
    expect(await forgotten).toBe(1);
    expect(await other.through(KEY, load)).toBe(2);
  });

  test("what is never stale comes from the database while Redis doesn't answer", async () => {
    const cache = another(ANSWER_MS);
    expect(await cache.through(EXACT, load)).toBe(1);
    expect(await cache.through(EXACT, load)).toBe(1);
    expect(asked).toBe(1);
    redis().pause();
    truth = 2;
    expect(await cache.through(EXACT, load)).toBe(2);
    truth = 3;
    expect(await cache.through(EXACT, load)).toBe(3);
  });

  test("another process's forgetting is seen at once by what is never stale, and by the rest within a second", async () => {
    const [one, other] = [another(), another()];
    for (const key of [KEY, EXACT]) for (const cache of [one, other]) await cache.through(key, load);
    truth = 2;
    await one.forget("fault:*");
    const forgotten = performance.now();
    expect(await other.through(EXACT, load)).toBe(2);
    await expect.poll(() => other.through(KEY, load), { interval: 10, timeout: 3_000 }).toBe(2);
    expect(performance.now() - forgotten).toBeLessThan(2_000);
  });

  test("a refresh that began before a forget elsewhere and ends after it doesn't come back", async () => {
    const [slow, other] = [another(), another()];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const old = slow.through(KEY, async () => {
      const value = await load();
      await held;
      return value;
    });
    await expect.poll(() => asked).toBe(1);
    truth = 2;
    await other.forget(KEY);
    expect(await other.through(KEY, load)).toBe(2);
    release();
    expect(await old).toBe(1);
    expect(await inRedis(KEY.name)).toBe(2);
    expect(await slow.through(KEY, load)).toBe(2);
    expect(slow.counters().late).toBe(1);
  });

  test("two processes and one cold key: one load", async () => {
    const both = await Promise.all([readerProcess(redis().url, PATIENT_MS), readerProcess(redis().url, PATIENT_MS)]);
    const task = { name: "fault:cold", readers: 250, loadMs: 200 };
    const outcomes = await Promise.all(both.map((one) => one.read(task)));
    for (const one of both) one.kill();
    expect(outcomes.reduce((sum, { loads }) => sum + loads, 0)).toBe(1);
    expect(new Set(outcomes.flatMap(({ values }) => values)).size).toBe(1);
  });

  test("a process that dies while it loads holds nobody up for long", async () => {
    const dying = await readerProcess(redis().url, PATIENT_MS);
    const loading = dying.loading();
    dying.read({ name: KEY.name, readers: 1, loadMs: 60_000 }).catch(() => undefined);
    await loading;
    const cache = another();
    const waiting = cache.through(KEY, load);
    dying.kill();
    const begun = performance.now();
    expect(await waiting).toBe(1);
    expect(performance.now() - begun).toBeLessThan(3_500);
    await expect.poll(() => inRedis(KEY.name)).toBe(1);
  });
});
