import { PortfolioRecalculated } from "@/lib/calculator/events";
import type { Portfolio } from "@/lib/calculator/schemas";
import { env } from "@/lib/platform/env";
import { openLiveTail } from "@/lib/platform/events/live-tail";
import { monotonicMs } from "./monotonic-ms";

/** An open page hears of a portfolio: up to which of its writes are in the totals. */
export type Shown = { userId: string; upTo: number; atMs: number };

/** The live stream as the web server reads it for its pages. */
export async function listenForTotals(hear: (shown: Shown) => void): Promise<{ stop(): Promise<void> }> {
  return openLiveTail({
    databaseUrl: env().DATABASE_URL,
    topics: [PortfolioRecalculated.topic],
    async take(events) {
      const atMs = monotonicMs();
      for (const { event } of events) {
        if (event.kind !== PortfolioRecalculated.kind) continue;
        hear({ userId: event.entity_id, upTo: (event.payload as Portfolio).up_to_version, atMs });
      }
    },
    broke(error) {
      throw error;
    },
  });
}
