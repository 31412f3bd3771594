/** How one regular call has fared. */
export type FeedState = {
  feed: string;
  source: string;
  lastTriedAt: Date;
  lastOkAt: Date | null;
  nextTryAt: Date;
  /** Consecutive. */
  failures: number;
  faultKind: string | null;
  fault: string | null;
};

/** What came of one call. `ok` with a fault: some readings were believed and others not. */
export type FeedOutcome = { ok: boolean; fault: { kind: string; message: string; retryAfterMs?: number } | null };

/** A clock that ticks a moment early must not make a call wait for a whole further round. */
const TICK_TOLERANCE_MS = 1_000;
const LONGEST_BACKOFF_MS = 3_600_000;
const LONGEST_RETRY_AFTER_MS = 6 * 3_600_000;

export const isDue = (state: FeedState | undefined, now: Date): boolean =>
  !state || state.nextTryAt.getTime() - now.getTime() <= TICK_TOLERANCE_MS;

/**
 * The state after a call at `now`: in its rhythm after success; after failures twice as long each time, up to an
 * hour or one interval, and never before a Retry-After that the source asked for (six hours at most).
 */
export function nextFeedState(
  feed: { id: string; source: string; everyS: number },
  before: FeedState | undefined,
  outcome: FeedOutcome,
  now: Date,
): FeedState {
  const failures = outcome.ok ? 0 : (before?.failures ?? 0) + 1;
  const everyMs = feed.everyS * 1000;
  const backoffMs = outcome.ok ? everyMs : backoff(everyMs, failures);
  const waitMs = Math.max(backoffMs, Math.min(outcome.fault?.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS));
  return {
    feed: feed.id,
    source: feed.source,
    lastTriedAt: now,
    lastOkAt: outcome.ok ? now : (before?.lastOkAt ?? null),
    nextTryAt: new Date(now.getTime() + waitMs),
    failures,
    faultKind: outcome.fault?.kind ?? null,
    fault: outcome.fault?.message ?? null,
  };
}

/** A failed daily call is tried again after minutes, a failed call of half a minute not more often than its rhythm. */
function backoff(everyMs: number, failures: number): number {
  const first = Math.min(everyMs, 5 * 60_000);
  return Math.min(first * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
}
