import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/kernel/errors";
import { addressKey } from "@/lib/platform/limits/address-key";
import { tooMany } from "@/lib/platform/limits/bucket";
import { limits } from "@/lib/platform/limits/limits";

const HOUR_MS = 3_600_000;

/** Keys that were right lately, with the address that they came from. */
const lately = new LRUCache<string, true>({ max: 10_000, ttl: HOUR_MS });
/** Addresses that sent too many wrong keys: until when (ms) this process asks the database nothing for them. */
const refusedUntil = new LRUCache<string, number>({ max: 10_000 });

/**
 * Wrong API keys, counted by address. An address that sent too many is refused before anything is looked up, but for keys
 * that were right from there within the hour: a neighbour with a dead key stops nobody else's program.
 */
export const keyGuard = {
  /** Throws `limit_exceeded` where this key need not be looked at. */
  ask(ip: string, keyId: string | undefined, now: Date): void {
    const waitMs = (refusedUntil.get(addressKey(ip)) ?? 0) - now.getTime();
    if (waitMs > 0 && !lately.has(`${ip} ${keyId}`)) throw tooMany(waitMs);
  },
  /** Counts a wrong key. Throws `limit_exceeded` once there are too many. */
  async failed(ip: string, now: Date): Promise<void> {
    try {
      await limits().takeKeyFailure(ip);
    } catch (error) {
      if (error instanceof AppError && error.code === "limit_exceeded")
        refusedUntil.set(addressKey(ip), now.getTime() + (error.details.retryAfterSeconds ?? 0) * 1000);
      throw error;
    }
  },
  passed: (ip: string, keyId: string): void => void lately.set(`${ip} ${keyId}`, true),
};
