import { setTimeout as wait } from "node:timers/promises";
import { hasRedis, REDIS_MISSING, startRedis } from "@/scripts/redis/redis-server";
import type { Run } from "../scenarios";

const LASTS_MS = 3_000;

export const cacheFaults: Record<number, Run> = {
  /** Each writer forgets in the cache what it wrote and reads it again: never older than its own write. */
  async 17(stage) {
    if (!hasRedis) throw new Error(REDIS_MISSING);
    const redis = await startRedis();
    stage.after(() => redis.stop());
    const env = { REDIS_URL: redis.url };
    await stage.worker({ env });
    const loads = await Promise.all([0, 1].map((at) => stage.load({ cached: true, seed: stage.seed + at }, { env })));
    await stage.goesOn();
    await redis.stop("SIGKILL");
    await wait(LASTS_MS);
    await stage.goesOn();
    await redis.start();
    await wait(LASTS_MS);
    for (let round = 0; round < 5; round++) {
      await redis.flush();
      await stage.goesOn();
    }
    redis.pause();
    await wait(LASTS_MS);
    await stage.goesOn();
    redis.resume();
    await wait(LASTS_MS);
    await Promise.all(loads.map((load) => load.stop()));
    await stage.over();
  },
};
