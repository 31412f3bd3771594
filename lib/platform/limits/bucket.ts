import { createHmac } from "node:crypto";
import type { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/kernel/errors";
import { log } from "../log";
import { secretKey } from "../secrets";
import type { LimitRule } from "./rules";

/** One limit, counted by key. Keys are stored as HMACs: no address and no mail address lies in the table. */
export type Bucket = {
  /** Counts one. Throws `limit_exceeded` with the time to wait, `unavailable` where it fails closed. */
  take(key: string): Promise<void>;
  /** Takes one back that turned out to be right. */
  giveBack(key: string): Promise<void>;
  /** Forgets what was counted. */
  clear(key: string): Promise<void>;
};

export function openBucket(name: string, rule: LimitRule, store: Pool): Bucket {
  const counted = { keyPrefix: name, points: rule.points, duration: rule.durationS, blockDuration: rule.blockS };
  const limiter = new RateLimiterPostgres({
    ...counted,
    storeClient: store,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    // The sweep does it, for all of them at once.
    clearExpiredByTimeout: false,
    ...(rule.down === "open" ? { insuranceLimiter: new RateLimiterMemory(counted) } : {}),
  });
  const hidden = (key: string) => createHmac("sha256", secretKey("rate-limits")).update(key).digest("base64url");
  // The attempt was right: that its count stays is no reason to refuse it.
  const atLeisure = async (work: Promise<unknown>) => {
    await work.catch((err: unknown) => log.warn({ err, limit: name }, "a rate limit was not given back"));
  };
  return {
    async take(key) {
      try {
        await limiter.consume(hidden(key));
      } catch (refusal) {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal.msBeforeNext) : storeIsDown(name, refusal);
      }
    },
    giveBack: (key) => atLeisure(limiter.reward(hidden(key))),
    clear: (key) => atLeisure(limiter.delete(hidden(key))),
  };
}

/** The refusal of a limit, with the time to wait. */
export function tooMany(msToWait: number): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msToWait / 1000));
  const wait = retryAfterSeconds < 120 ? `${retryAfterSeconds} s` : `${Math.ceil(retryAfterSeconds / 60)} minutes`;
  return new AppError("limit_exceeded", `Too many requests: try again in ${wait}.`, { retryAfterSeconds });
}

function storeIsDown(limit: string, cause: unknown): AppError {
  log.error({ err: cause, limit }, "a rate limit can't be counted");
  return new AppError(
    "unavailable",
    "This can't be done while the database doesn't answer. Try again in a moment.",
    { retryAfterSeconds: 5 },
    { cause },
  );
}
