import { Redis } from "@upstash/redis";
import { ANSWER_MS, KEYS_A_STEP, type RedisClient, withoutValues } from "./client";

/** Redis over Upstash's REST protocol. What is asked for in one moment goes out as one request. */
export function upstashClient(url: string, token: string): RedisClient {
  const redis = new Redis({
    url,
    token,
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(ANSWER_MS),
    // Our values are text, and stay it.
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
  });
  return {
    run: (script, keys, args) => redis.eval(script, [...keys], [...args]).catch(withoutValues),
    scan: (cursor, pattern) => redis.scan(cursor, { match: pattern, count: KEYS_A_STEP }).catch(withoutValues),
    close: async () => undefined,
  };
}
