import { z } from "zod";
import { isoDate } from "@/lib/kernel/calendar";
import type { CommandCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command, NoInput } from "@/lib/kernel/use-case";
import type { FeedAnswer, HistoryFeed } from "../adapters/feed";
import { marketFeeds } from "../adapters/market-feeds";
import { readFeed } from "../adapters/read-feed";
import { difficultyByDay } from "../core/difficulty-by-day";
import { isDue, nextFeedState } from "../core/feed-state";
import type { DayValue } from "../core/history";
import { implausibleDay } from "../core/plausible-days";
import { dropSimulated, saveDays, seriesWithHistory } from "../data/days";
import { saveEpochs } from "../data/epochs";
import { listFeedStates, saveFeedStates } from "../data/feeds";
import { logFeedChanges } from "./log-feed-changes";

/** So many real days make a history, and simulated days of that series have no more place. */
export const REAL_HISTORY_DAYS = 30;

const BackfillOutcome = z.object({
  called: z.int(),
  inserted: z.int(),
  updated: z.int(),
  simulated_dropped: z.int(),
  faults: z.array(z.object({ feed: z.string(), kind: z.string(), message: z.string() })),
});

/**
 * Fetches years of daily history from the live sources, once a day, and keeps the full days that are believed.
 * Real history of a series drives out its simulated days.
 */
export const backfillHistoryFrom = (feeds: () => readonly HistoryFeed[]) =>
  command({
    name: "market.history.backfill",
    permission: "system",
    input: NoInput,
    output: BackfillOutcome,
    async run(ctx) {
      const states = await inOwnUnit(ctx, "market.backfill.plan", listFeedStates);
      const stateOf = (id: string) => states.find((state) => state.feed === id);
      const due = feeds().filter((feed) => isDue(stateOf(feed.id), ctx.now()));
      const results = await Promise.all(due.map(readFeed));
      const now = ctx.now();
      const saved = { inserted: 0, updated: 0 };
      // In the order of the list: among backfilled days the source that came first stays.
      for (const { feed, answer } of results) {
        const count = answer ? await save(ctx, answer, feed, now) : { inserted: 0, updated: 0 };
        saved.inserted += count.inserted;
        saved.updated += count.updated;
      }
      const round = results.map(({ feed, answer, fault }) => ({ feed, outcome: { ok: answer !== null, fault } }));
      await saveFeedStates(
        ctx,
        round.map(({ feed, outcome }) => nextFeedState(feed, stateOf(feed.id), outcome, now)),
      );
      const dropped = await dropSimulated(ctx, await seriesWithHistory(ctx, REAL_HISTORY_DAYS));
      const faults = results.flatMap(({ feed, fault }) =>
        fault ? [{ feed: feed.id, kind: fault.kind, message: fault.message }] : [],
      );
      logFeedChanges(ctx.log, states, round);
      const report = { called: due.length, ...saved, simulated_dropped: dropped, faults };
      ctx.audit({ entity: "market_days", id: "backfill", after: report });
      return report;
    },
  });

export const backfillHistory = backfillHistoryFrom(() => marketFeeds().history);

async function save(ctx: CommandCtx, answer: FeedAnswer, feed: HistoryFeed, now: Date) {
  const from = { origin: "backfilled", source: feed.source, now } as const;
  const today = isoDate(now.getTime());
  const isFullDay = (day: DayValue) => day.day < today && implausibleDay(day, today) === null;
  const epochs = answer.epochs ?? [];
  const days = [...(answer.days ?? []), ...difficultyByDay(epochs, now)].filter(isFullDay);
  await saveEpochs(ctx, epochs, from);
  return saveDays(ctx, days, from);
}
