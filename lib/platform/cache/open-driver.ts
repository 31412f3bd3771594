import type { Env } from "../env";
import { log } from "../log";
import type { Counters } from "./counters";
import type { CacheDriver } from "./driver";
import { guarded } from "./guarded";
import { memoryDriver } from "./memory";
import { remoteDriver } from "./remote";
import { twoLevels } from "./two-levels";

export type CacheSettings = Partial<Pick<Env, "REDIS_URL" | "UPSTASH_REDIS_REST_URL" | "UPSTASH_REDIS_REST_TOKEN">>;

/** How the store that the environment names is opened; undefined where it names none. A client is loaded only if used. */
export function sharedStore(env: CacheSettings): (() => Promise<CacheDriver>) | undefined {
  const { REDIS_URL: redis, UPSTASH_REDIS_REST_URL: upstash, UPSTASH_REDIS_REST_TOKEN: token } = env;
  if (upstash && token) return async () => remoteDriver((await import("./upstash")).upstashClient(upstash, token));
  if (redis) return async () => remoteDriver(await (await import("./redis")).redisClient(redis));
  return undefined;
}

/** The driver that the environment asks for: Upstash, Redis, or this process's memory. */
export function openDriver(env: CacheSettings, counters: Counters): CacheDriver {
  const open = sharedStore(env);
  if (!open) return memoryDriver();
  return twoLevels(
    guarded(open, counters, {
      down: (error) => log.warn({ err: error }, "Redis doesn't answer: each process caches for itself until it does"),
      up: () => log.info({}, "Redis answers again"),
    }),
  );
}
