import type { UnitOfWork } from "@/lib/kernel/context";
import { ask } from "../unit-of-work";

type InUnit = { unit: UnitOfWork };

export type ReplayRequest = {
  id: string;
  by: string;
  reason: string;
  group: string | null;
  key: string | null;
  hours: number | null;
  most: number | null;
};

/**
 * Takes the oldest replay that somebody asked for and nobody does. It is held for the rest of this transaction: one that
 * dies with its process is taken again.
 */
export async function takeReplay(ctx: InUnit): Promise<ReplayRequest | undefined> {
  const [request] = await ask<ReplayRequest>(ctx, {
    name: "replay-take",
    text: `select id::text, requested_by as by, reason, consumer_group as group, aggregate_key as key, hours, most from event_replays
      where finished_at is null order by id limit 1 for update skip locked`,
    values: [],
  });
  return request;
}

export type ReplayOutcome = { replayed: number; failed: number; fault: string | null };

/** What a replay came to; undefined while it goes on. */
export async function replayOutcome(ctx: InUnit, id: string): Promise<ReplayOutcome | undefined> {
  const [outcome] = await ask<ReplayOutcome>(ctx, {
    name: "replay-outcome",
    text: "select replayed, failed, fault from event_replays where id = $1 and finished_at is not null",
    values: [id],
  });
  return outcome;
}

/** Notes what a replay came to. */
export const endReplay = (ctx: InUnit, id: string, outcome: ReplayOutcome): Promise<unknown> =>
  ask(ctx, {
    name: "replay-end",
    text: "update event_replays set finished_at = clock_timestamp(), replayed = $2, failed = $3, fault = $4 where id = $1",
    values: [id, outcome.replayed, outcome.failed, outcome.fault],
  });
