import type { UnitOfWork } from "@/lib/kernel/context";
import type { BusEvent, Topic } from "@/lib/kernel/event";
import { ask } from "../unit-of-work";
import type { Arrived } from "./event-bus";
import type { GroupTopic } from "./inbox";

type InUnit = { unit: UnitOfWork };

/** Which dead events are meant; nothing given means all that were not replayed. */
export type DeadFilter = {
  group?: string | undefined;
  key?: string | undefined;
  /** Aggregates of which one failed or was laid down within so many hours. */
  hours?: number | undefined;
};

export type DeadStats = {
  group: string;
  topic: string;
  failed: number;
  blocked: number;
  keys: number;
  oldest: Date;
};

/** How much is dead, by group and topic. */
export const deadStats = (ctx: InUnit): Promise<DeadStats[]> =>
  ask<DeadStats>(ctx, {
    name: "dead-stats",
    text: `select consumer_group as group, topic, count(*) filter (where reason = 'failed')::int as failed,
        count(*) filter (where reason = 'blocked')::int as blocked, count(distinct aggregate_key)::int as keys, min(failed_at) as oldest
      from event_dlq where replayed_at is null group by 1, 2 order by 1, 2`,
  });

export type DeadRow = {
  id: string;
  event_id: string;
  group: string;
  topic: Topic;
  kind: string;
  tenant_id: string | null;
  user_id: string | null;
  key: string;
  version: string;
  reason: "failed" | "blocked";
  error_kind: string | null;
  error_message: string | null;
  retry_count: number;
  failed_at: Date;
  replayed_at: Date | null;
  replayed_by: string | null;
  replay_reason: string | null;
};

/** The newest dead events first; `below` goes on behind an id. */
export const listDead = (
  ctx: InUnit,
  { group, key, hours }: DeadFilter,
  limit: number,
  below?: string,
): Promise<DeadRow[]> =>
  ask<DeadRow>(ctx, {
    name: "dead-list",
    text: `select id::text, event_id, consumer_group as group, topic, kind, tenant_id, user_id, aggregate_key as key,
        aggregate_version::text as version, reason, error_kind, error_message, retry_count, failed_at, replayed_at, replayed_by, replay_reason from event_dlq where replayed_at is null and ($1::text is null or consumer_group = $1)
        and ($2::text is null or aggregate_key = $2)
        and ($3::float8 is null or failed_at > clock_timestamp() - make_interval(secs => $3 * 3600)) and ($4::bigint is null or id < $4)
      order by id desc limit $5`,
    values: [group, key, hours, below, limit],
  });

/** One dead event by the event's id, in every group that has it, with what was published. */
export const findDead = (ctx: InUnit, eventId: string): Promise<(DeadRow & { value: string })[]> =>
  ask(ctx, {
    name: "dead-find",
    text: `select id::text, event_id, consumer_group as group, topic, kind, tenant_id, user_id, aggregate_key as key,
        aggregate_version::text as version, reason, error_kind, error_message, retry_count, failed_at, replayed_at, replayed_by, replay_reason, payload::text as value from event_dlq where event_id = $1 order by id`,
    values: [eventId],
  });

export type ParkedKey = GroupTopic & { key: string; events: number };

/** The aggregates that a filter means, longest dead first, with how many events each has lying. */
export const deadKeys = (ctx: InUnit, { group, key, hours }: DeadFilter): Promise<ParkedKey[]> =>
  ask<ParkedKey>(ctx, {
    name: "dead-keys",
    text: `select consumer_group as group, topic, aggregate_key as key, count(*)::int as events from event_dlq
      where replayed_at is null and ($1::text is null or consumer_group = $1) and ($2::text is null or aggregate_key = $2)
      group by 1, 2, 3
      having $3::float8 is null or max(failed_at) > clock_timestamp() - make_interval(secs => $3 * 3600)
      order by min(failed_at), 1, 2, 3`,
    values: [group, key, hours],
  });

/** The dead event of an aggregate whose turn is next. */
export async function nextDead(ctx: InUnit, { group, topic }: GroupTopic, key: string): Promise<Arrived | undefined> {
  const [row] = await ask<{ value: string }>(ctx, {
    name: "dead-next",
    text: `select payload::text as value from event_dlq
      where consumer_group = $1 and topic = $2 and aggregate_key = $3 and replayed_at is null order by aggregate_version limit 1`,
    values: [group, topic, key],
  });
  return row && { topic, value: row.value, event: JSON.parse(row.value) as BusEvent };
}

export type Who = { by: string; reason: string };

/** Notes that a dead event was replayed; the aggregate is free again with its last. */
export async function rise(
  ctx: InUnit,
  { group, topic }: GroupTopic,
  { event }: Arrived,
  { by, reason }: Who,
): Promise<void> {
  await ask(ctx, {
    name: "dead-rise",
    text: `update event_dlq set replayed_at = clock_timestamp(), replayed_by = $3, replay_reason = $4
      where consumer_group = $1 and event_id = $2`,
    values: [group, event.event_id, by, reason],
  });
  await ask(ctx, {
    name: "dead-unpark",
    text: `update event_keys set parked_at = null where consumer_group = $1 and topic = $2 and aggregate_key = $3
      and not exists (select from event_dlq d where d.consumer_group = $1 and d.topic = $2 and d.aggregate_key = $3 and d.replayed_at is null)`,
    values: [group, topic, event.aggregate_key],
  });
}

/** Notes that a replay failed again. */
export const failAgain = (
  ctx: InUnit,
  { group }: GroupTopic,
  { event }: Arrived,
  fault: { kind: string; message: string },
): Promise<unknown> =>
  ask(ctx, {
    name: "dead-again",
    text: `update event_dlq set reason = 'failed', error_kind = $3, error_message = $4, retry_count = retry_count + 1, failed_at = clock_timestamp()
      where consumer_group = $1 and event_id = $2`,
    values: [group, event.event_id, fault.kind, fault.message],
  });
