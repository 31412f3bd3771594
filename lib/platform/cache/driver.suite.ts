import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type CacheDriver, leaseOf, type Writing } from "./driver";

const MINUTE = 60_000;
const writing = (value: unknown, more: Partial<Writing> = {}): Writing => ({
  ...{ id: randomUUID(), shape: 1, value, loadMs: 3, ttlMs: MINUTE, staleMs: MINUTE },
  ...more,
});

/** Takes the lease and writes; what it wrote. */
async function put(driver: CacheDriver, name: string, value: unknown, more: Partial<Writing> = {}): Promise<Writing> {
  const one = writing(value, more);
  expect(await driver.take(leaseOf(name), "writer", MINUTE)).toBe(true);
  expect(await driver.write(name, "writer", one)).toBe(true);
  return one;
}

/** What every driver does. `open` gives a handle; on one store, where they are `shared`. */
export function driverSuite(open: () => Promise<CacheDriver>, { shared }: { shared: boolean }): void {
  const space = randomUUID().slice(0, 8);
  let names = 0;
  const fresh = (name = "key") => `${space}:${name}-${++names}`;

  test("what was never written isn't there", async () => {
    const driver = await open();
    expect(await driver.read(fresh())).toBeUndefined();
  });

  test.each([
    ["plain data", { price: 95_000.5, source: "coingecko", simulated: false, note: null, list: [1, [2]], empty: {} }],
    ["dates", { asOf: new Date("2026-01-01T00:00:00.123Z"), all: [new Date(0)] }],
    ["text in every script", "矿机 ₿ \u0000 \ud83d\ude80 \"quoted\" \\ 'x'"],
    ["what looks like something else", ["OK", "1", "null", "SGVsbG8=", "[1]"]],
    ["numbers at their ends", [Number.MAX_SAFE_INTEGER, 1e-320, -0.1, 148_258_433_855_481.25]],
    ["a megabyte", "x".repeat(1 << 20)],
    ["nothing in a list", []],
    ["zero", 0],
    ["no", false],
    ["null", null],
  ])("%s comes back as it was", async (_, value) => {
    const driver = await open();
    const name = fresh();
    const { id } = await put(driver, name, value);
    expect(await driver.read(name)).toMatchObject({ id, shape: 1, loadMs: 3, ttlMs: MINUTE });
    expect((await driver.read(name))?.value).toEqual(value);
  });

  test("a reader's own copy is the answer for as long as nobody has written since", async () => {
    const driver = await open();
    const name = fresh();
    await put(driver, name, ["first"]);
    const known = await driver.read(name);
    expect(await driver.read(name, known && { known, copyMs: 0 })).toBe(known);
    const { id } = await put(driver, name, ["second"]);
    expect(await driver.read(name, known && { known, copyMs: 0 })).toMatchObject({ id, value: ["second"] });
  });

  test("it is fresh for its time, then stale, then gone", async () => {
    const driver = await open();
    const name = fresh();
    const before = performance.now();
    await put(driver, name, 1, { ttlMs: 50, staleMs: 1_500 });
    const entry = await driver.read(name);
    const after = performance.now();
    expect(entry?.freshUntil).toBeGreaterThan(before + 45);
    expect(entry?.freshUntil).toBeLessThan(after + 55);
    expect((entry?.keptUntil ?? 0) - (entry?.freshUntil ?? 0)).toBeCloseTo(1_500);
    await expect.poll(() => performance.now()).toBeGreaterThan(before + 55);
    expect(await driver.read(name)).toMatchObject({ value: 1 });
    await expect.poll(() => driver.read(name), { timeout: 5_000 }).toBeUndefined();
  });

  test("only who holds the lease writes, and gives it back by writing", async () => {
    const driver = await open();
    const name = fresh();
    expect(await driver.write(name, "nobody", writing(1))).toBe(false);
    expect(await driver.take(leaseOf(name), "one", MINUTE)).toBe(true);
    expect(await driver.take(leaseOf(name), "two", MINUTE)).toBe(false);
    expect(await driver.write(name, "two", writing(2))).toBe(false);
    expect(await driver.write(name, "one", writing(1))).toBe(true);
    expect((await driver.read(name))?.value).toBe(1);
    expect(await driver.write(name, "one", writing(3))).toBe(false);
    expect(await driver.take(leaseOf(name), "two", MINUTE)).toBe(true);
  });

  test("who was too slow for the lease doesn't write over the next one", async () => {
    const driver = await open();
    const name = fresh();
    expect(await driver.take(leaseOf(name), "slow", 30)).toBe(true);
    await expect.poll(() => driver.take(leaseOf(name), "next", MINUTE), { timeout: 5_000 }).toBe(true);
    expect(await driver.write(name, "slow", writing("old"))).toBe(false);
    expect(await driver.write(name, "next", writing("new"))).toBe(true);
    expect((await driver.read(name))?.value).toBe("new");
  });

  test("what was forgotten while it was loaded isn't written", async () => {
    const driver = await open();
    const [cold, known, byPattern] = [fresh("a"), fresh("b"), fresh("c")];
    await put(driver, known, 1);
    for (const name of [cold, known, byPattern]) await driver.take(leaseOf(name), "loading", MINUTE);
    expect(await driver.forget(cold)).toBe(0);
    expect(await driver.forget(known)).toBe(1);
    expect(await driver.forget(`${byPattern.slice(0, -1)}*`)).toBe(0);
    for (const name of [cold, known, byPattern]) {
      expect(await driver.write(name, "loading", writing("late"))).toBe(false);
      expect(await driver.read(name)).toBeUndefined();
    }
  });

  test("forgets a key, or all that fit a pattern, and nothing beside it", async () => {
    const driver = await open();
    const trend = fresh("trend");
    const all = [`${trend}:7d`, `${trend}:30d`, `${trend}:7d@mine`, `${trend}.x:7d`];
    for (const name of all) await put(driver, name, name);
    const left = async () => (await driver.list(`${trend}*`)).map(({ name }) => name).sort();
    expect(await driver.forget(`${trend}:7d`)).toBe(1);
    expect(await driver.forget(`${trend}:7d`)).toBe(0);
    expect(await left()).toEqual([all[1], all[2], all[3]].sort());
    expect(await driver.forget(`${trend}:*@mine`)).toBe(1);
    expect(await driver.forget(`${trend}:*`)).toBe(1);
    expect(await left()).toEqual([all[3]]);
    await expect(driver.forget("a[bc]?")).rejects.toThrow("is no pattern");
  });

  test("forgets thousands", async () => {
    const driver = await open();
    const many = fresh("many");
    for (let from = 0; from < 1_200; from += 100)
      await Promise.all(Array.from({ length: 100 }, (_, index) => put(driver, `${many}:${from + index}`, index)));
    expect(await driver.forget(`${many}:*`)).toBe(1_200);
    expect(await driver.list(`${many}:*`)).toEqual([]);
  });

  test("lists names, sizes, and what is fresh", async () => {
    const driver = await open();
    const name = fresh("list");
    await put(driver, `${name}:fresh`, "12345678");
    await put(driver, `${name}:stale`, "1", { ttlMs: 1 });
    await expect
      .poll(async () => (await driver.list(`${name}:*`)).sort((a, b) => a.name.localeCompare(b.name)))
      .toEqual([
        { name: `${name}:fresh`, bytes: 10, fresh: true },
        { name: `${name}:stale`, bytes: 3, fresh: false },
      ]);
  });

  test("a lock is one holder's, whatever patterns are forgotten", async () => {
    const driver = await open();
    const lock = `lock:${fresh()}`;
    const won = await Promise.all(Array.from({ length: 20 }, (_, index) => driver.take(lock, `t${index}`, MINUTE)));
    expect(won.filter(Boolean)).toHaveLength(1);
    await driver.forget(`*${space}*`);
    expect(await driver.take(lock, "other", MINUTE)).toBe(false);
  });

  test("a lock is given back and prolonged by its holder alone", async () => {
    const driver = await open();
    const lock = `lock:${fresh()}`;
    await driver.take(lock, "mine", MINUTE);
    await driver.release(lock, "other");
    expect(await driver.extend(lock, "other", MINUTE)).toBe(false);
    expect(await driver.take(lock, "other", MINUTE)).toBe(false);
    expect(await driver.extend(lock, "mine", MINUTE)).toBe(true);
    await driver.release(lock, "mine");
    expect(await driver.extend(lock, "mine", MINUTE)).toBe(false);
    expect(await driver.take(lock, "other", MINUTE)).toBe(true);
  });

  test("a lock whose holder died is free after its time, and later if it was prolonged", async () => {
    const driver = await open();
    const [dead, kept] = [`lock:${fresh()}`, `lock:${fresh()}`];
    for (const lock of [dead, kept]) await driver.take(lock, "one", 1_000);
    expect(await driver.extend(kept, "one", MINUTE)).toBe(true);
    await expect.poll(() => driver.take(dead, "two", MINUTE), { timeout: 5_000 }).toBe(true);
    expect(await driver.take(kept, "two", MINUTE)).toBe(false);
  });

  test("says whether others see the same", async () => {
    expect((await open()).shared).toBe(shared);
  });

  if (!shared) return;
  test("handles on one store see each other", async () => {
    const [one, other] = [await open(), await open()];
    const name = fresh();
    await put(one, name, 1);
    expect((await other.read(name))?.value).toBe(1);
    expect(await other.forget(name)).toBe(1);
    await expect.poll(() => one.read(name), { timeout: 5_000 }).toBeUndefined();
  });
}
