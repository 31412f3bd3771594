import type { Env } from "../env";
import { log } from "../log";
import type { Counters } from "./counters";
import type { CacheDriver } from "./driver";
import { guarded } from "./guarded";
import { memoryDriver } from "./memory";
import { remoteDriver } from "./remote";
import { twoLevels } from "./two-levels";

type Variables = Pick<Env, "REDIS_URL" | "UPSTASH_REDIS_REST_URL" | "UPSTASH_REDIS_REST_TOKEN">;
/** `answerMs`: how long an answer of the store is waited for. */
export type CacheSettings = Partial<Variables> & { answerMs?: number };

/** How the store that the settings name is opened; undefined where they name none. A client is loaded only if used. */
export function sharedStore(settings: CacheSettings): (() => Promise<CacheDriver>) | undefined {
  const { REDIS_URL: redis, UPSTASH_REDIS_REST_URL: upstash, UPSTASH_REDIS_REST_TOKEN: token, answerMs } = settings;
  if (upstash && token)
    return async () => remoteDriver((await import("./upstash")).upstashClient(upstash, token, answerMs));
  if (redis) return async () => remoteDriver(await (await import("./redis")).redisClient(redis, answerMs));
  return undefined;
}

/** The driver that the settings ask for: Upstash, Redis, or this process's memory. */
export function openDriver(settings: CacheSettings, counters: Counters): CacheDriver {
  const open = sharedStore(settings);
  if (!open) return memoryDriver();
  return twoLevels(
    guarded(open, counters, {
      down: (error) => log.warn({ err: error }, "Redis doesn't answer: each process caches for itself until it does"),
      up: () => log.info({}, "Redis answers again"),
    }),
  );
}
