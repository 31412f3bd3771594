import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/kernel/errors";
import { env } from "@/lib/platform/env";
import type { Limiter } from "./serve";

/** At most `perMinute` calls a minute and key, counted in this process. Throws `limit_exceeded` with the time to wait. */
export function memoryLimiter(perMinute: () => number): Limiter {
  let limiter: RateLimiterMemory | undefined;
  return {
    async take(key) {
      limiter ??= new RateLimiterMemory({ points: perMinute(), duration: 60 });
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new AppError("limit_exceeded", `Too many requests: try again in ${retryAfterSeconds} s.`, {
          retryAfterSeconds,
        });
      }
    },
  };
}

/** For the public calculation; the operator sets how many in `CALCULATE_LIMIT_PER_MINUTE`. */
export const calculateLimiter = memoryLimiter(() => env().CALCULATE_LIMIT_PER_MINUTE);

/** For the calculation's files: a PDF takes as long as hundreds of calculations. */
export const reportLimiter = memoryLimiter(() => 60);

/** For everything that a signed-in person or a program asks: far above what anybody needs, below what hurts the others. */
const signedIn = memoryLimiter(() => 3_000);
export const programLimiter = {
  /** Visitors are counted where a door says so, by their address. */
  take: async (principal: string | undefined): Promise<void> => {
    if (principal !== undefined) await signedIn.take(principal);
  },
};
