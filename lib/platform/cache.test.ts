import { beforeEach, describe, expect, test } from "vitest";
import { type Cache, createCache } from "./cache";
import type { CacheDriver } from "./cache/driver";
import { memoryDriver } from "./cache/memory";

let cache: Cache;
let reports: string[];
beforeEach(() => {
  reports = [];
  cache = createCache(memoryDriver(), (key, error) => reports.push(`${key}: ${(error as Error).message}`));
});

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
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("stale-while-revalidate, with a life of 60 s", () => {
  const read = (from: ReturnType<typeof origin>, atS: number, key = "btc_price") =>
    cache.through(key, { ttlS: 60, nowMs: atS * 1000, load: from.load });

  test("up to half of it: the cached value, and nothing is asked", async () => {
    const price = origin();
    expect([await read(price, 0), await read(price, 30)]).toEqual([1, 1]);
    expect(price.asked()).toBe(1);
  });

  test("past half: the cached value at once, the new one behind it", async () => {
    const price = origin();
    await read(price, 0);
    expect(await read(price, 31)).toBe(1);
    await settled();
    expect(await read(price, 32)).toBe(2);
    expect(price.asked()).toBe(2);
  });

  test("past all of it: the new value", async () => {
    const price = origin();
    await read(price, 0);
    expect(await read(price, 61)).toBe(2);
  });

  test("a failed refresh gives the old value, and is reported", async () => {
    const price = origin();
    await read(price, 0);
    price.fail("no database");
    expect(await read(price, 40)).toBe(1);
    expect(await read(price, 86_000)).toBe(1);
    await settled();
    expect(reports).toEqual(["btc_price: no database", "btc_price: no database"]);
  });

  test("with no value at all the error is the caller's", async () => {
    const price = origin();
    price.fail("no database");
    await expect(read(price, 0)).rejects.toThrow("no database");
  });

  test("one load at a time a key, however many ask", async () => {
    const price = origin();
    const release = price.hold();
    const all = Promise.all([read(price, 0), read(price, 0), read(price, 0)]);
    await settled();
    release(7);
    expect(await all).toEqual([7, 7, 7]);
    expect(price.asked()).toBe(1);
  });

  test("what was forgotten while it was loaded doesn't come back", async () => {
    const price = origin();
    const release = price.hold();
    const early = read(price, 0);
    await settled();
    await cache.forget("btc_price");
    release(7);
    expect(await early).toBe(7);
    const next = origin();
    expect(await read(next, 1)).toBe(1);
    expect(next.asked()).toBe(1);
  });

  test("forgets one key or all that begin alike", async () => {
    const price = origin();
    for (const key of ["price_trend:7d", "price_trend:30d", "btc_price"]) await read(price, 0, key);
    expect(await cache.forget("price_trend:*")).toBe(2);
    expect(await cache.forget("btc_price")).toBe(1);
    expect(await cache.forget("btc_price")).toBe(0);
  });
});

test("a driver that is down costs a load and no error", async () => {
  const down = () => Promise.reject(new Error("connection refused"));
  const broken: CacheDriver = { get: down, set: down, forget: down };
  const without = createCache(broken, (key) => reports.push(key));
  expect(await without.through("k", { ttlS: 60, nowMs: 0, load: async () => 5 })).toBe(5);
  await settled();
  expect(reports).toEqual(["k", "k"]);
});

test("the memory driver lets the least recently used go", async () => {
  const driver = memoryDriver(2);
  for (const key of ["a", "b"]) await driver.set(key, { value: key, loadedAtMs: 0 }, 1_000);
  await driver.get("a");
  await driver.set("c", { value: "c", loadedAtMs: 0 }, 1_000);
  expect([await driver.get("a"), await driver.get("b")]).toEqual([{ value: "a", loadedAtMs: 0 }, undefined]);
});
