import { afterAll, beforeAll, describe } from "vitest";
import { redisSuite } from "@/lib/testing/redis-suite";
import { type RestFront, restFront } from "@/scripts/redis/rest-front";
import { newCounters } from "./counters";
import { driverSuite } from "./driver.suite";
import { guarded } from "./guarded";
import { redisClient } from "./redis";
import { remoteDriver } from "./remote";
import { twoLevels } from "./two-levels";
import { upstashClient } from "./upstash";

/** What drivers do is tested here, not how soon. */
const PATIENT_MS = 10_000;
const SHARED = { shared: true };
const tell = { down: () => undefined, up: () => undefined };

redisSuite("drivers on a real Redis", (redis) => {
  describe("Redis over TCP", () =>
    driverSuite(async () => remoteDriver(await redisClient(redis().url, PATIENT_MS)), SHARED));

  describe("Upstash's REST protocol", () => {
    let front: RestFront;
    beforeAll(async () => {
      front = await restFront(redis().url);
    });
    afterAll(() => front.close());
    driverSuite(async () => remoteDriver(upstashClient(front.url, front.token, PATIENT_MS)), SHARED);
  });

  describe("two levels, guarded, as the product has it", () => {
    const open = async () => remoteDriver(await redisClient(redis().url, PATIENT_MS));
    driverSuite(async () => twoLevels(guarded(open, newCounters(), tell)), SHARED);
  });
});
