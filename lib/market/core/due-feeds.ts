import { choose } from "./choose";
import { type FeedState, isDue } from "./feed-state";
import type { FigureName } from "./figures";
import type { StoredReading } from "./reading";

type Planned = { id: string; figures: readonly FigureName[]; lastResort?: boolean };

/** The feeds to call now: each in its own rhythm, a last resort only while one of its figures is live nowhere. */
export function dueFeeds<F extends Planned>(
  feeds: readonly F[],
  states: readonly FeedState[],
  readings: readonly StoredReading[],
  now: Date,
): F[] {
  const stateOf = new Map(states.map((state) => [state.feed, state]));
  return feeds.filter(
    (feed) =>
      isDue(stateOf.get(feed.id), now) &&
      (!feed.lastResort || feed.figures.some((figure) => choose(figure, readings, now)?.state !== "live")),
  );
}
