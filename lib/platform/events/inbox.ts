import type { UnitOfWork } from "@/lib/kernel/context";
import type { BusEvent, Topic } from "@/lib/kernel/event";
import { ask } from "../unit-of-work";
import type { Arrived } from "./event-bus";
import type { KeyState, Passed } from "./gate";

type InUnit = { unit: UnitOfWork };
export type GroupTopic = { group: string; topic: Topic };

/**
 * Writes events into the inbox of a group; gives those that weren't there. Who reads first and writes afterwards has the
 * effect twice: the row comes first, in the effect's transaction.
 */
export async function takeIn(ctx: InUnit, { group }: GroupTopic, arrived: readonly Arrived[]): Promise<Arrived[]> {
  const rows = await ask<{ event_id: string }>(ctx, {
    name: "inbox-take",
    text: `insert into event_inbox (event_id, consumer_group) select distinct id, $2 from unnest($1::uuid[]) as given (id) order by id
      on conflict do nothing returning event_id`,
    values: [arrived.map(({ event }) => event.event_id), group],
  });
  const fresh = new Set(rows.map(({ event_id }) => event_id));
  // One that came twice in the same batch is taken once.
  return arrived.filter(({ event }) => fresh.delete(event.event_id));
}

type KeyRow = { key: string; version: string; parked: boolean; early: number };

/**
 * Locks the aggregates of these events for the group, in one order for all, and says how far it is with each. One that is
 * new to the group begins before the oldest of its events that is kept.
 */
export async function lockKeys(ctx: InUnit, { group, topic }: GroupTopic, arrived: readonly Arrived[]) {
  const lowest = new Map<string, number>();
  for (const { event } of arrived) {
    const known = lowest.get(event.aggregate_key) ?? event.aggregate_version;
    lowest.set(event.aggregate_key, Math.min(known, event.aggregate_version));
  }
  const keys = [...lowest.keys()].sort();
  const rows = await lockKnown(ctx, { group, topic }, keys);
  const known = new Set(rows.map(({ key }) => key));
  const others = keys.filter((key) => !known.has(key));
  if (others.length > 0) rows.push(...(await lockNew(ctx, { group, topic }, others)));
  const states = new Map<string, KeyState & { early: number }>();
  for (const { key, version, parked, early } of rows)
    states.set(key, { version: Number(version), isParked: parked, early });
  const late = keys.filter((key) => states.get(key)?.version === 0 && (lowest.get(key) ?? 1) > 1);
  for (const [key, oldest] of await oldestKept(ctx, topic, late)) {
    const state = states.get(key);
    if (state) state.version = Math.min(oldest, lowest.get(key) ?? oldest) - 1;
  }
  return states;
}

const lockKnown = (ctx: InUnit, { group, topic }: GroupTopic, keys: readonly string[]): Promise<KeyRow[]> =>
  ask<KeyRow>(ctx, {
    name: "keys-lock",
    text: `select aggregate_key as key, version::text, parked_at is not null as parked, early from event_keys
      where consumer_group = $1 and topic = $2 and aggregate_key = any ($3::text[]) order by aggregate_key for update`,
    values: [group, topic, keys],
  });

/** Those that weren't there; perhaps another process has made some meanwhile. */
const lockNew = (ctx: InUnit, { group, topic }: GroupTopic, keys: readonly string[]): Promise<KeyRow[]> =>
  ask<KeyRow>(ctx, {
    name: "keys-lock-new",
    text: `insert into event_keys (consumer_group, topic, aggregate_key, version)
      select $1, $2, key, 0 from unnest($3::text[]) with ordinality as given (key, place) order by place
      on conflict (consumer_group, topic, aggregate_key) do update set version = event_keys.version
      returning aggregate_key as key, version::text, parked_at is not null as parked, early`,
    values: [group, topic, keys],
  });

/** The oldest version that the outbox keeps of each; where it keeps none, the one that is looked at is the first. */
async function oldestKept(ctx: InUnit, topic: Topic, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await ask<{ key: string; oldest: string | null }>(ctx, {
    name: "keys-oldest",
    text: `select key, (select min(o.aggregate_version) from event_outbox o where o.topic = $1 and o.aggregate_key = key)::text as oldest
      from unnest($2::text[]) as given (key)`,
    values: [topic, keys],
  });
  return new Map(rows.map(({ key, oldest }) => [key, oldest === null ? Number.POSITIVE_INFINITY : Number(oldest)]));
}

/** Takes out those of these aggregates that had come too early: perhaps it is their turn. */
export async function takeEarly(
  ctx: InUnit,
  { group, topic }: GroupTopic,
  keys: readonly string[],
): Promise<Arrived[]> {
  if (keys.length === 0) return [];
  const rows = await ask<{ value: string }>(ctx, {
    name: "early-take",
    text: `delete from event_early where consumer_group = $1 and topic = $2 and aggregate_key = any ($3::text[])
      returning payload::text as value`,
    values: [group, topic, keys],
  });
  return rows.map(({ value }) => ({ topic, value, event: JSON.parse(value) as BusEvent }));
}

/** Keeps what came too early, and how far the group now is with each aggregate. */
export async function keepKeys(ctx: InUnit, { group, topic }: GroupTopic, passed: readonly Passed[]): Promise<void> {
  const early = passed.flatMap((one) => one.early);
  if (early.length > 0)
    await ask(ctx, {
      name: "early-keep",
      text: `insert into event_early (consumer_group, topic, aggregate_key, aggregate_version, payload)
        select $1, $2, key, version, value::json from unnest($3::text[], $4::bigint[], $5::text[]) as given (key, version, value)
        on conflict do nothing`,
      values: [
        group,
        topic,
        early.map(({ event }) => event.aggregate_key),
        early.map(({ event }) => event.aggregate_version),
        early.map(({ value }) => value),
      ],
    });
  await ask(ctx, {
    name: "keys-keep",
    // All of them are there and locked. Written so, each is found by its key, however Postgres thinks of the table.
    text: `insert into event_keys (consumer_group, topic, aggregate_key, version, early)
      select $1, $2, key, version, early from unnest($3::text[], $4::bigint[], $5::int[]) as given (key, version, early)
      on conflict (consumer_group, topic, aggregate_key) do update set version = excluded.version, early = excluded.early`,
    values: [
      group,
      topic,
      passed.map(({ key }) => key),
      passed.map(({ version }) => version),
      passed.map((one) => one.early.length),
    ],
  });
}
