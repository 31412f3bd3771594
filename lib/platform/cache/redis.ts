import { Redis } from "ioredis";
import { ANSWER_MS, KEYS_A_STEP, type RedisClient, withoutValues } from "./client";

const CONNECT_MS = 1_000;
/** A connection that is silent for this long while it owes answers is given up for a new one. */
const SILENT_MS = 3_000;
const MOST_BETWEEN_TRIES_MS = 1_000;

/** Redis over TCP, by its address (`REDIS_URL`). Waits for the first connection; makes a new one by itself afterwards. */
export async function redisClient(url: string): Promise<RedisClient> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    commandTimeout: ANSWER_MS,
    socketTimeout: SILENT_MS,
    // What can't be sent now fails now: a command that waits for the next connection comes too late for anybody.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (tries) => Math.min(50 * 2 ** tries, MOST_BETWEEN_TRIES_MS),
    connectionName: "hashinsight",
  });
  // Each command tells its own failure; without an ear the client writes to the console.
  redis.on("error", () => undefined);
  await redis.connect().catch(() => undefined);

  return {
    run: (script, keys, args) => redis.eval(script, keys.length, ...keys, ...args).catch(withoutValues),
    scan: (cursor, pattern) => redis.scan(cursor, "MATCH", pattern, "COUNT", KEYS_A_STEP).catch(withoutValues),
    close: async () => redis.disconnect(),
  };
}
