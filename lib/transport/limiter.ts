import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/platform/env";
import { addressKey } from "@/lib/platform/limits/address-key";
import { tooMany } from "@/lib/platform/limits/bucket";
import type { Limiter } from "./serve";

/**
 * At most `perMinute` calls a minute and key (an address, or whoever is signed in), counted in this process. Throws
 * `limit_exceeded` with the time to wait. What guesses at secrets is counted elsewhere (lib/platform/limits).
 */
export function memoryLimiter(perMinute: () => number): Limiter {
  let limiter: RateLimiterMemory | undefined;
  return {
    async take(key) {
      limiter ??= new RateLimiterMemory({ points: perMinute(), duration: 60 });
      try {
        await limiter.consume(addressKey(key));
      } catch (refusal) {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal.msBeforeNext) : refusal;
      }
    },
  };
}

/** For the public calculation; the operator sets how many in `CALCULATE_LIMIT_PER_MINUTE`. */
export const calculateLimiter = memoryLimiter(() => env().CALCULATE_LIMIT_PER_MINUTE);

/** The same for batches, which are counted apart. */
export const batchLimiter = memoryLimiter(() => env().CALCULATE_LIMIT_PER_MINUTE);

/** For the calculation's files: a PDF takes as long as hundreds of calculations. */
export const reportLimiter = memoryLimiter(() => 60);

/** For challenges (passkeys, wallets), which anybody may ask for and each of which is a row for a day. */
export const challengeLimiter = memoryLimiter(() => 60);

const signedIn = memoryLimiter(() => env().PRINCIPAL_LIMIT_PER_MINUTE);
/** For everything that a signed-in person or a program asks; the operator sets `PRINCIPAL_LIMIT_PER_MINUTE`. */
export const programLimiter = {
  /** Visitors are counted where a door says so, by their address. */
  take: async (principal: string | undefined): Promise<void> => {
    if (principal !== undefined) await signedIn.take(principal);
  },
};
