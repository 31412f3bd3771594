import { Redis } from "@upstash/redis";
import { answered, KEYS_A_STEP, type RedisClient } from "./client";

/** Nobody waits for it any more by then; its connection is given up. */
const ABANDON_MS = 1_000;

/** Redis over Upstash's REST protocol. What is asked for in one moment goes out as one request. */
export function upstashClient(url: string, token: string): RedisClient {
  const redis = new Redis({
    url,
    token,
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(ABANDON_MS),
    // Our values are text, and stay it.
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
  });
  return {
    run: (script, keys, args) => answered(redis.eval(script, [...keys], [...args])),
    scan: (cursor, pattern) => answered(redis.scan(cursor, { match: pattern, count: KEYS_A_STEP })),
    close: async () => undefined,
  };
}
