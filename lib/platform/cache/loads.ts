import { AsyncLocalStorage } from "node:async_hooks";
import { BulkheadRejectedError, bulkhead } from "cockatiel";
import { AppError } from "@/lib/kernel/errors";
import type { Counters } from "./counters";

export type Loads = <T>(load: () => Promise<T>) => Promise<T>;

/** Waiting loads for each that runs. */
const QUEUE_A_SLOT = 20;

/**
 * Lets so many loads run at a time, and some more wait: without a cache all readers come to the database, and it must go
 * on answering. Beyond that it throws `unavailable`. A load within a load doesn't wait for itself.
 */
export function limitedLoads(slots: number, counters: Counters): Loads {
  const policy = bulkhead(slots, slots * QUEUE_A_SLOT);
  const inside = new AsyncLocalStorage<true>();
  return async (load) => {
    if (inside.getStore()) return load();
    try {
      return await policy.execute(() => inside.run(true, load));
    } catch (error) {
      if (!(error instanceof BulkheadRejectedError)) throw error;
      counters.rejected++;
      throw new AppError("unavailable", "Too much is asked for at once: try again in a moment.", {
        retryAfterSeconds: 1,
      });
    }
  };
}
