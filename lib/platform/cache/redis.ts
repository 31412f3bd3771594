import { Redis } from "ioredis";
import { ANSWER_MS, answered, KEYS_A_STEP, type RedisClient } from "./client";

const CONNECT_MS = 1_000;
/** A connection that is silent for this long while it owes answers is given up for a new one. */
const SILENT_MS = 3_000;
const MOST_BETWEEN_TRIES_MS = 1_000;

/** Redis over TCP, by its address (`REDIS_URL`). Waits for the first connection; makes a new one by itself afterwards. */
export async function redisClient(url: string, answerMs: number = ANSWER_MS): Promise<RedisClient> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    // What can't be sent now fails now: a command that waits for the next connection comes too late for anybody.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (tries) => Math.min(50 * 2 ** tries, MOST_BETWEEN_TRIES_MS),
    connectionName: "hashinsight",
  });
  /** Why there is no connection; a command alone would only say that it can't be sent. */
  let fault = new Error("no connection");
  redis.on("error", (error: Error) => {
    fault = error;
  });
  await redis.connect().catch(() => undefined);
  const ask = <T>(send: () => Promise<T>) =>
    answered(redis.status === "ready" ? send() : Promise.reject<T>(new Error(fault.message)), answerMs);

  return {
    run: (script, keys, args) => ask(() => redis.eval(script, keys.length, ...keys, ...args)),
    scan: (cursor, pattern) => ask(() => redis.scan(cursor, "MATCH", pattern, "COUNT", KEYS_A_STEP)),
    close: async () => redis.disconnect(),
  };
}
