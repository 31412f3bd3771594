import { hasRedis, REDIS_MISSING, startRedis } from "../redis/redis-server";
import { restFront } from "../redis/rest-front";
import type { Bench } from "./bench";
import { hits, remoteHits } from "./cache/hits";
import { stampede } from "./cache/stampede";

export const bench: Bench = {
  name: "cache",
  summary: "A hit in memory, on Redis and over Upstash's protocol; what a stampede on a cold key loads",
  packages: ["ioredis", "@upstash/redis", "lru-cache", "tinybench"],
  async run(say) {
    say("hits in memory");
    const rows = await hits();
    if (!hasRedis) {
      say(`the rest is left out: ${REDIS_MISSING}`);
      return rows;
    }
    const redis = await startRedis();
    const front = await restFront(redis.url);
    try {
      say("hits on Redis and over REST");
      rows.push(...(await remoteHits(redis.url, front)));
      say("stampedes");
      rows.push(...(await stampede(redis)));
    } finally {
      await front.close();
      await redis.stop();
    }
    return rows;
  },
};
