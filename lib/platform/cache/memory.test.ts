import { describe, expect, test } from "vitest";
import { leaseOf } from "./driver";
import { driverSuite } from "./driver.suite";
import { memoryDriver } from "./memory";

describe("the driver in memory", () => driverSuite(async () => memoryDriver(), { shared: false }));

test("the least recently used value goes first", async () => {
  const driver = memoryDriver(2);
  const put = async (name: string) => {
    await driver.take(leaseOf(name), "t", 1_000);
    await driver.write(name, "t", { id: name, shape: 1, value: name, loadMs: 0, ttlMs: 1_000, staleMs: 0 });
  };
  for (const name of ["a", "b"]) await put(name);
  await driver.read("a");
  await put("c");
  expect((await driver.list("*")).map(({ name }) => name).sort()).toEqual(["a", "c"]);
});
