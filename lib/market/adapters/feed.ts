import type { FigureName } from "../core/figures";
import type { DayValue, EpochRow } from "../core/history";
import type { Reading } from "../core/reading";
import type { Source } from "../schemas";

/** What one call to a source brought. */
export type FeedAnswer = { readings: Reading[]; epochs?: EpochRow[]; days?: DayValue[] };

/** One regular call to an outside source, as data: who is asked for what, and how often. */
export type Feed = {
  /** `source/what`; the row of `market_feeds`. */
  id: `${Source}/${string}`;
  source: Source;
  figures: readonly FigureName[];
  everyS: number;
  /** Only asked while none of the other sources has a live value for one of its figures. */
  lastResort?: boolean;
  /** Throws `HttpFault`. */
  read(): Promise<FeedAnswer>;
};

/** A daily call for years of history. */
export type HistoryFeed = Omit<Feed, "figures" | "lastResort">;
