import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { leaseOf } from "@/lib/platform/cache/driver";
import { redisClient } from "@/lib/platform/cache/redis";
import { remoteDriver } from "@/lib/platform/cache/remote";
import { redisSuite } from "@/lib/testing/redis-suite";
import { runNode } from "../process/run-command";
import { ROOT } from "../process/spawn-node";

const TOOL = ["--import", "tsx", join(ROOT, "scripts", "cache.ts")];
const tool = (url: string, ...args: string[]) => runNode([...TOOL, ...args], { ...process.env, REDIS_URL: url });

redisSuite("npm run cache", (redis) => {
  beforeAll(async () => {
    const driver = remoteDriver(await redisClient(redis().url));
    for (const name of ["price_trend:7d", "price_trend:30d", "btc_price"]) {
      await driver.take(leaseOf(name), "t", 1_000);
      await driver.write(name, "t", { id: name, shape: 1, value: [1], loadMs: 1, ttlMs: 60_000, staleMs: 0 });
    }
    await driver.close();
  });

  test("stats counts, a dry run only names, clear forgets", async () => {
    expect(await tool(redis().url, "stats")).toMatchObject({
      code: 0,
      output: expect.stringMatching(/price_trend +2 +2[\s\S]*all +3 +3/),
    });
    const dry = { code: 0, output: "price_trend:30d\nprice_trend:7d\n2 values would be forgotten.\n" };
    expect(await tool(redis().url, "clear", "price_trend:*", "--dry-run")).toEqual(dry);
    expect((await tool(redis().url, "clear", "price_trend:*")).output).toMatch(/^2 values are forgotten/);
    expect((await tool(redis().url, "stats")).output).toMatch(/all +1 +1/);
  });

  test.each([
    ["isn't there", () => "redis://:hunter2@127.0.0.1:1", "ECONNREFUSED"],
    ["has another password", () => redis().url.replace(/:[^:@]+@/, ":hunter2@"), "WRONGPASS"],
  ])("a Redis that %s is said so, without the password", async (_, url, words) => {
    const { code, output } = await tool(url(), "stats");
    expect(code).toBe(1);
    expect(output).toContain(words);
    expect(output).toContain("Is it there, and is the address the right one?");
    expect(output).not.toContain("hunter2");
  });
});

describe("npm run cache without a Redis", () => {
  test.each([
    [["stats"], "There is no cache that processes share"],
    [["clear"], "What shall be done?"],
    [["clear", "a[b]"], "is no pattern"],
    [["melt"], "What shall be done?"],
  ])("%j", async (args, words) => {
    const { code, output } = await tool("", ...args);
    expect(code).toBe(1);
    expect(output).toContain(words);
    expect(output).not.toMatch(/^\s+at /m);
  });
});
