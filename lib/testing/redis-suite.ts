import { afterAll, beforeAll, describe } from "vitest";
import { hasRedis, REDIS_MISSING, type RedisServer, startRedis } from "@/scripts/redis/redis-server";

if (!hasRedis && process.env.CI === "true") throw new Error(`CI=true, but ${REDIS_MISSING}`);

/**
 * A suite with a real Redis of its own: `redis()` gives it. Where this machine has none, the suite is skipped by name and
 * says so; the pipeline must have one.
 */
export function redisSuite(name: string, tests: (redis: () => RedisServer) => void): void {
  if (!hasRedis) console.warn(`${name}: skipped, ${REDIS_MISSING}`);
  describe.skipIf(!hasRedis)(name, () => {
    let server: RedisServer | undefined;
    beforeAll(async () => {
      server = await startRedis();
    });
    afterAll(() => server?.stop());
    tests(() => {
      if (!server) throw new Error("Redis is there within tests only");
      return server;
    });
  });
}
