import { Redis } from "@upstash/redis";
import { ANSWER_MS, answered, KEYS_A_STEP, type RedisClient } from "./client";

/** Nobody waits for an answer any more by then; its connection is given up. */
const ABANDON_AFTER = 4;

/** Redis over Upstash's REST protocol. What is asked for in one moment goes out as one request. */
export function upstashClient(url: string, token: string, answerMs: number = ANSWER_MS): RedisClient {
  const redis = new Redis({
    url,
    token,
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(ABANDON_AFTER * answerMs),
    // Our values are text, and stay it.
    automaticDeserialization: false,
    responseEncoding: false,
    enableTelemetry: false,
  });
  return {
    run: (script, keys, args) => answered(redis.eval(script, [...keys], [...args]), answerMs),
    scan: (cursor, pattern) => answered(redis.scan(cursor, { match: pattern, count: KEYS_A_STEP }), answerMs),
    close: async () => undefined,
  };
}
