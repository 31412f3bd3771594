import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { redisSuite } from "@/lib/testing/redis-suite";
import type { CacheDriver } from "./cache/driver";
import { memoryDriver } from "./cache/memory";
import { redisClient } from "./cache/redis";
import { remoteDriver } from "./cache/remote";
import { withLock } from "./with-lock";

function lockSuite(open: () => Promise<CacheDriver>): void {
  let driver: CacheDriver;
  beforeAll(async () => {
    driver = await open();
  });
  afterAll(() => driver.close());
  let names = 0;
  const lock = (ttlMs = 60_000) => ({ name: `lock:test:${++names}`, ttlMs });
  /** Work that lasts until it is told to end. */
  function work() {
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    return { end, run: () => ended };
  }

  test("one is at work at a time; who comes meanwhile is told so, who comes after works", async () => {
    const one = lock();
    const first = work();
    const running = withLock(one, first.run, driver);
    expect(await withLock(one, async () => "second", driver)).toEqual({ ran: false });
    first.end();
    expect(await running).toEqual({ ran: true, value: undefined });
    expect(await withLock(one, async () => "third", driver)).toEqual({ ran: true, value: "third" });
  });

  test("work that throws gives the lock back", async () => {
    const one = lock();
    await expect(withLock(one, () => Promise.reject(new Error("no")), driver)).rejects.toThrow("no");
    expect(await withLock(one, async () => 1, driver)).toEqual({ ran: true, value: 1 });
  });

  test("work that lasts longer than the lock's time keeps it", async () => {
    const short = lock(600);
    const long = work();
    const begun = performance.now();
    const running = withLock(short, long.run, driver);
    await expect.poll(() => performance.now() - begun, { interval: 20, timeout: 5_000 }).toBeGreaterThan(1_300);
    expect(await driver.take(short.name, "other", 1_000)).toBe(false);
    long.end();
    await running;
  });

  test("whose lock is another's is told, and doesn't give that one back", async () => {
    const short = lock(600);
    let lost = false;
    await withLock(
      short,
      async (signal) => {
        await driver.release(short.name, await holderOf(short.name));
        expect(await driver.take(short.name, "thief", 60_000)).toBe(true);
        await expect.poll(() => signal.aborted, { timeout: 5_000 }).toBe(true);
        lost = true;
      },
      tapped(driver),
    );
    expect(lost).toBe(true);
    expect(await driver.extend(short.name, "thief", 60_000)).toBe(true);
  });

  const tokens = new Map<string, string>();
  const holderOf = async (name: string) => tokens.get(name) ?? "";
  /** The same driver, whose tokens the test knows. */
  const tapped = (of: CacheDriver): CacheDriver => ({
    ...of,
    take(name, token, ttlMs) {
      tokens.set(name, token);
      return of.take(name, token, ttlMs);
    },
  });
}

describe("locks in one process", () => lockSuite(async () => memoryDriver()));
redisSuite("locks on a real Redis", (redis) =>
  lockSuite(async () => remoteDriver(await redisClient(redis().url, 10_000))),
);
