import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import type { CacheKey } from "./cache-keys";
import { newCounters } from "./counters";
import { type Cache, createCache } from "./create-cache";
import { limitedLoads } from "./loads";
import { memoryDriver } from "./memory";

let cache: Cache;
let reports: string[];
beforeEach(() => {
  // Time passes when a test says so; what waits does so really.
  vi.useFakeTimers({ toFake: ["performance"] });
  reports = [];
  const counters = newCounters();
  const report = (key: string, error: unknown) => reports.push(`${key}: ${(error as Error).message}`);
  cache = createCache({ driver: memoryDriver(), loads: limitedLoads(2, counters), counters, report });
});
afterEach(() => vi.useRealTimers());
const passS = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

const KEY: CacheKey = { name: "btc_price", ttlMs: 60_000, staleMs: 86_400_000, shape: 1 };

/** Answers when told to, and counts how often it was asked. */
function origin() {
  let asked = 0;
  let answer: () => Promise<number> = async () => asked;
  return {
    load: () => {
      asked++;
      return answer();
    },
    asked: () => asked,
    fail: (message: string) => {
      answer = () => Promise.reject(new Error(message));
    },
    hold: () => {
      let release = (_: number) => {};
      const held = new Promise<number>((resolve) => {
        release = resolve;
      });
      answer = () => held;
      return release;
    },
  };
}
type Origin = ReturnType<typeof origin>;
const read = (from: Origin, key = KEY) => cache.through(key, from.load);
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("stale-while-revalidate, with a life of 60 s ± 10 %", () => {
  test("up to half of it: the cached value, and nothing is asked", async () => {
    const price = origin();
    await read(price);
    passS(26);
    expect(await read(price)).toBe(1);
    await settled();
    expect(price.asked()).toBe(1);
  });

  test("past half: the cached value at once, the new one behind it", async () => {
    const price = origin();
    await read(price);
    passS(34);
    expect(await read(price)).toBe(1);
    await settled();
    expect(await read(price)).toBe(2);
    expect(price.asked()).toBe(2);
  });

  test("past all of it: the new value", async () => {
    const price = origin();
    await read(price);
    passS(67);
    expect(await read(price)).toBe(2);
  });

  test("past all of it, with a load that takes long: the old value after a second", async () => {
    const price = origin();
    await read(price);
    passS(67);
    const release = price.hold();
    expect(await read(price)).toBe(1);
    release(7);
    await settled();
    expect(await read(price)).toBe(7);
  });

  test("a failed refresh gives the old value, is reported once, and isn't tried again at once", async () => {
    const price = origin();
    await read(price);
    price.fail("no database");
    passS(40);
    for (let reader = 0; reader < 3; reader++) expect(await read(price)).toBe(1);
    await settled();
    expect(reports).toEqual(["btc_price: no database"]);
    passS(80_000);
    for (let reader = 0; reader < 3; reader++) expect(await read(price)).toBe(1);
    expect(reports).toHaveLength(2);
    expect(price.asked()).toBe(3);
  });

  test("a day past its time it is gone, and the error is the caller's", async () => {
    const price = origin();
    await read(price);
    price.fail("no database");
    passS(67 + 86_400);
    await expect(read(price)).rejects.toThrow("no database");
  });

  test("one load a key, however many ask", async () => {
    const price = origin();
    const release = price.hold();
    const all = Promise.all(Array.from({ length: 500 }, () => read(price)));
    await settled();
    release(7);
    expect(new Set(await all)).toEqual(new Set([7]));
    expect(price.asked()).toBe(1);
  });

  test("values loaded together aren't due together", async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...KEY, name: `k${index}` }));
    for (const key of many) await read(origin(), key);
    passS(30);
    const due = many.map(() => origin());
    for (const [index, key] of many.entries()) await read(due[index] as Origin, key);
    const asked = due.filter((one) => one.asked() > 0).length;
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThan(50);
  });
});

describe("forgetting", () => {
  test("what was forgotten while it was loaded doesn't come back, and new readers don't wait for it", async () => {
    const price = origin();
    const release = price.hold();
    const early = read(price);
    await settled();
    await cache.forget(KEY);
    const next = origin();
    expect(await read(next)).toBe(1);
    release(7);
    expect(await early).toBe(7);
    expect(await read(next)).toBe(1);
    expect(next.asked()).toBe(1);
    expect(cache.counters().late).toBe(1);
  });

  test("a refresh that began before doesn't come back either", async () => {
    const price = origin();
    await read(price);
    passS(40);
    const release = price.hold();
    await read(price);
    await settled();
    await cache.forget(KEY);
    release(7);
    await settled();
    expect(await read(origin())).toBe(1);
  });

  test("a key, or all that fit a pattern", async () => {
    for (const name of ["price_trend:7d", "price_trend:30d", "btc_price"]) await read(origin(), { ...KEY, name });
    expect(await cache.forget("price_trend:*")).toBe(2);
    expect(await cache.forget(KEY)).toBe(1);
    expect(await cache.forget(KEY)).toBe(0);
  });
});

test("a value of another shape is none", async () => {
  await read(origin());
  const price = origin();
  expect(await read(price, { ...KEY, shape: 2 })).toBe(1);
  expect(price.asked()).toBe(1);
});

test("what is never stale is loaded for each reader where processes share no store", async () => {
  const stock = origin();
  const exact = { ...KEY, staleMs: 0 };
  const release = stock.hold();
  const both = Promise.all([read(stock, exact), read(stock, exact)]);
  await settled();
  release(7);
  expect(await both).toEqual([7, 7]);
  expect(stock.asked()).toBe(2);
});

test("too many loads at a time are turned away, and a stale value is better than that", async () => {
  await read(origin());
  passS(67);
  const slow = origin();
  const release = slow.hold();
  const waiting = Array.from({ length: 42 }, (_, index) => read(slow, { ...KEY, name: `slow${index}` }));
  await settled();
  expect(slow.asked()).toBe(2);
  const refused = await read(slow, { ...KEY, name: "one more" }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AppError);
  expect(refused).toMatchObject({ code: "unavailable", details: { retryAfterSeconds: 1 } });
  expect(await read(slow)).toBe(1);
  release(7);
  expect(new Set(await Promise.all(waiting))).toEqual(new Set([7]));
  expect(cache.counters()).toMatchObject({ rejected: 2, failures: 2 });
});

test("a load within a load doesn't wait for itself", async () => {
  const inner = (name: string) => cache.through({ ...KEY, name: `inner of ${name}` }, async () => 1);
  const names = ["a", "b", "c", "d"];
  const outer = names.map((name) => cache.through({ ...KEY, name }, () => inner(name)));
  expect(await Promise.all(outer)).toEqual([1, 1, 1, 1]);
});

test("it counts what it does", async () => {
  const price = origin();
  await read(price);
  await read(price);
  passS(34);
  await read(price);
  await settled();
  price.fail("no");
  await read(price, { ...KEY, name: "other" }).catch(() => undefined);
  const none = { rejected: 0, late: 0, errors: 0, down: 0 };
  expect(cache.counters()).toEqual({ hits: 2, aging: 1, misses: 2, loads: 3, failures: 1, ...none });
});
