import type { UnitOfWork } from "@/lib/kernel/context";
import { ask } from "../unit-of-work";
import { type DeadStats, deadStats } from "./dead-list";
import { eventLag } from "./lag";
import type { EventTransport } from "./open-bus";

type InUnit = { unit: UnitOfWork };

/** How far a group is behind in a topic; `oldest` of what it hasn't read, where that is known. */
export type Lag = { group: string; topic: string; events: number; oldest: Date | null };
export type Early = { group: string; topic: string; events: number };

export type EventFigures = {
  transport: EventTransport;
  /** What the outbox holds that isn't with the brokers or, without any, not with the group furthest behind. Null: unknown. */
  outbox: { backlog: number; oldest: Date | null } | null;
  /** Null where nobody could say so in time: the brokers don't answer or, without any, the database. */
  lag: Lag[] | null;
  dead: DeadStats[];
  early: Early[];
};

/** How the event platform fares in all processes together. The unit of work has the scope `events`. */
export async function readEventFigures(ctx: InUnit): Promise<EventFigures> {
  const [lag, dead, early] = await Promise.all([eventLag(), deadStats(ctx), readEarly(ctx)]);
  const { outbox, groups } = lag;
  return {
    transport: lag.transport,
    outbox: outbox && { backlog: outbox.backlog, oldest: outbox.backlog > 0 ? ago(outbox.oldestMs) : null },
    lag:
      groups?.map(({ oldestMs: age, ...behind }) => ({
        ...behind,
        oldest: age === null || behind.events === 0 ? null : ago(age),
      })) ?? null,
    dead,
    early,
  };
}

const ago = (ms: number): Date => new Date(Date.now() - ms);

const readEarly = (ctx: InUnit): Promise<Early[]> =>
  ask<Early>(ctx, {
    name: "early-count",
    text: "select consumer_group as group, topic, count(*)::int as events from event_early group by 1, 2 order by 1, 2",
  });
