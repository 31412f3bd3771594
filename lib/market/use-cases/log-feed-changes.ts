import type { Log } from "@/lib/kernel/context";
import type { FeedOutcome, FeedState } from "../core/feed-state";

/** One line when a feed begins to fail and one when it is back, not one every half minute. */
export function logFeedChanges(
  log: Log,
  before: readonly FeedState[],
  round: readonly { feed: { id: string }; outcome: FeedOutcome }[],
): void {
  for (const { feed, outcome } of round) {
    const known = before.find((state) => state.feed === feed.id)?.faultKind ?? null;
    if (outcome.fault && outcome.fault.kind !== known)
      log.warn({ feed: feed.id, kind: outcome.fault.kind, fault: outcome.fault.message }, "market feed fails");
    if (!outcome.fault && known !== null) log.info({ feed: feed.id }, "market feed is back");
  }
}
