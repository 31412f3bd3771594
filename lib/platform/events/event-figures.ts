import type { UnitOfWork } from "@/lib/kernel/context";
import { ask } from "../unit-of-work";
import { type DeadStats, deadStats } from "./dead-list";
import { type EventTransport, eventTransport } from "./open-bus";

type InUnit = { unit: UnitOfWork };

/** A reader is counted up to here: further behind, the number says only that it is far behind. */
export const LAG_BOUND = 10_000;
/** The name under which the relay keeps its position beside those of the groups. */
const RELAY = "relay";

/** How far a group (or the relay) is behind in a topic; `oldest` of what it hasn't read. */
export type Lag = { group: string; topic: string; events: number; oldest: Date | null };
export type Early = { group: string; topic: string; events: number };

export type EventFigures = {
  transport: EventTransport;
  /** What the outbox holds that not every reader of it has. */
  outbox: { backlog: number; oldest: Date | null };
  lag: Lag[];
  dead: DeadStats[];
  early: Early[];
};

/** How the event platform fares in all processes together. The unit of work has the scope `events`. */
export async function readEventFigures(ctx: InUnit): Promise<EventFigures> {
  const transport = eventTransport();
  const [positions, dead, early] = await Promise.all([readPositions(ctx), deadStats(ctx), readEarly(ctx)]);
  const readers = positions.filter(({ group }) => readsOutbox(group, transport));
  return { transport, outbox: backlogOf(readers), lag: transport === "postgres" ? readers : [], dead, early };
}

/** A position is left standing by who now reads elsewhere. */
const readsOutbox = (group: string, transport: EventTransport): boolean =>
  transport === "postgres" ? group !== RELAY : transport === "kafka" && group === RELAY;

/**
 * What the readers of a topic lack of it lies in one another, so the one furthest behind lacks it all.
 *
 * @example backlogOf([{ group: "a", topic: "t", events: 2, oldest }, { group: "b", topic: "t", events: 5, oldest }]).backlog // 5
 */
export function backlogOf(readers: readonly Lag[]): EventFigures["outbox"] {
  const byTopic = Map.groupBy(readers, ({ topic }) => topic);
  const furthest = [...byTopic.values()].map((some) => Math.max(...some.map(({ events }) => events)));
  const ages = readers.flatMap(({ oldest }) => (oldest ? [oldest.getTime()] : []));
  return {
    backlog: furthest.reduce((sum, events) => sum + events, 0),
    oldest: ages.length > 0 ? new Date(Math.min(...ages)) : null,
  };
}

/** What each position's snapshot didn't see (the relay has one for all topics), but for the part of a backlog that was paged through already. */
const readPositions = (ctx: InUnit): Promise<Lag[]> =>
  ask<Lag>(ctx, {
    name: "outbox-lag",
    text: `select p.consumer_group as group, p.topic, unread.events, unread.oldest
      from event_positions p cross join lateral (
        select count(*)::int as events, min(found.created_at) at time zone 'utc' as oldest from (
          select o.created_at from event_outbox o
          where (p.topic = '*' or o.topic = p.topic) and o.xid >= pg_snapshot_xmin(p.snapshot::pg_snapshot)
            and not pg_visible_in_snapshot(o.xid, p.snapshot::pg_snapshot)
            and (p.pinned is null or o.id > p.after_id or not pg_visible_in_snapshot(o.xid, p.pinned::pg_snapshot))
          order by o.xid limit $1) found) unread
      order by 1, 2`,
    values: [LAG_BOUND],
  });

const readEarly = (ctx: InUnit): Promise<Early[]> =>
  ask<Early>(ctx, {
    name: "early-count",
    text: "select consumer_group as group, topic, count(*)::int as events from event_early group by 1, 2 order by 1, 2",
  });
