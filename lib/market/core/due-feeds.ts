import { choose } from "./choose";
import { type FeedState, isDue } from "./feed-state";
import type { FigureName } from "./figures";
import type { StoredReading } from "./reading";

type Planned = { id: string; figures: readonly FigureName[]; lastResort?: boolean };

/**
 * The feeds to call now, each in its own rhythm. A last resort is called only for a figure that is live nowhere
 * and whose every regular feed has failed at its last call.
 */
export function dueFeeds<F extends Planned>(
  feeds: readonly F[],
  states: readonly FeedState[],
  readings: readonly StoredReading[],
  now: Date,
): F[] {
  const stateOf = new Map(states.map((state) => [state.feed, state]));
  const hasFailed = (feed: F) => stateOf.get(feed.id)?.faultKind != null;
  const isLost = (figure: FigureName) =>
    choose(figure, readings, now)?.state !== "live" &&
    feeds.filter((feed) => !feed.lastResort && feed.figures.includes(figure)).every(hasFailed);
  return feeds.filter((feed) => isDue(stateOf.get(feed.id), now) && (!feed.lastResort || feed.figures.some(isLost)));
}
