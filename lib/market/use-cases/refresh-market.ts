import { z } from "zod";
import type { CommandCtx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command, NoInput } from "@/lib/kernel/use-case";
import type { Feed } from "../adapters/feed";
import { marketFeeds } from "../adapters/market-feeds";
import { type FeedResult, readFeed } from "../adapters/read-feed";
import { composeMarket, type MarketFacts } from "../core/compose-market";
import { dueFeeds } from "../core/due-feeds";
import { type FeedOutcome, type FeedState, nextFeedState } from "../core/feed-state";
import { judgeRound, type RoundVerdict } from "../core/judge-round";
import type { StoredReading } from "../core/reading";
import { saveEpochs } from "../data/epochs";
import { listFeedStates, saveFeedStates } from "../data/feeds";
import { readMarketFacts } from "../data/market-facts";
import { saveReadings } from "../data/readings";
import { recordMarket } from "../data/record-market";
import { logFeedChanges } from "./log-feed-changes";

const RefreshOutcome = z.object({
  called: z.int(),
  believed: z.int(),
  faults: z.array(z.object({ feed: z.string(), kind: z.string(), message: z.string() })),
  snapshot: z.boolean(),
});

/**
 * Calls every feed that is due, all at once, and keeps what is believed. One that fails blocks no other; no
 * transaction is open while they are called.
 */
export const refreshMarketFrom = (feeds: () => readonly Feed[]) =>
  command({
    name: "market.refresh",
    permission: "system",
    routine: "twice a minute; every reading keeps its source and time, every feed how it fared",
    input: NoInput,
    output: RefreshOutcome,
    async run(ctx) {
      const { facts, states } = await inOwnUnit(ctx, "market.refresh.plan", readPlan);
      const due = dueFeeds(feeds(), states, facts.readings, ctx.now());
      const results = await Promise.all(due.map(readFeed));
      const now = ctx.now();
      const offers = results.map(({ feed, answer }) => ({
        feed: feed.id,
        source: feed.source,
        readings: answer?.readings ?? [],
      }));
      const verdict = judgeRound(offers, facts.readings, now);
      const round = results.map((result) => ({ ...result, outcome: outcome(result, verdict) }));

      await saveReadings(ctx, verdict.believed);
      await saveRoundEpochs(ctx, results, now);
      await saveFeedStates(
        ctx,
        round.map(({ feed, outcome }) => nextFeedState(feed, stateOf(states, feed), outcome, now)),
      );
      const known: MarketFacts = { ...facts, readings: latest([...facts.readings, ...verdict.believed]) };
      const snapshot = await recordMarket(ctx, composeMarket(known, now), facts.lastSnapshot?.recordedAt ?? null, now);
      const faults = round.flatMap(({ feed, outcome: { fault } }) =>
        fault ? [{ feed: feed.id, kind: fault.kind, message: fault.message }] : [],
      );
      logFeedChanges(ctx.log, states, round);
      return { called: due.length, believed: verdict.believed.length, faults, snapshot };
    },
  });

export const refreshMarket = refreshMarketFrom(() => marketFeeds().live);

async function readPlan(own: QueryCtx) {
  return { facts: await readMarketFacts(own), states: await listFeedStates(own) };
}

const stateOf = (states: readonly FeedState[], feed: Feed) => states.find((state) => state.feed === feed.id);

/** A feed whose every reading was refused has failed; one of which some were believed has not. */
function outcome({ feed, answer, fault }: FeedResult<Feed>, { refused }: RoundVerdict): FeedOutcome {
  if (!answer) return { ok: false, fault };
  const reasons = refused.filter((entry) => entry.feed === feed.id).map((entry) => entry.reason);
  return {
    ok: reasons.length < answer.readings.length,
    fault: reasons.length > 0 ? { kind: "implausible", message: reasons.join("; ") } : null,
  };
}

async function saveRoundEpochs(ctx: CommandCtx, results: readonly FeedResult<Feed>[], now: Date): Promise<void> {
  for (const { feed, answer } of results)
    await saveEpochs(ctx, answer?.epochs ?? [], { origin: "backfilled", source: feed.source, now });
}

/** Of each figure and source the last. */
const latest = (readings: readonly StoredReading[]): StoredReading[] => [
  ...new Map(readings.map((reading) => [`${reading.figure} ${reading.source}`, reading])).values(),
];
