import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { UnitOfWork } from "@/lib/kernel/context";
import { type BusEvent, type EventType, event } from "@/lib/kernel/event";
import { ask } from "@/lib/platform/unit-of-work";
import type { Consumer } from "@/lib/transport/consume";
import { systemCtx } from "@/lib/transport/ctx";
import { query } from "../sql";

/** What the tests of the bus tell: a note about an aggregate. */
export const Noted = event({
  kind: "test.thing.noted.v1",
  schemaVersion: 1,
  topic: "events.ops",
  payload: z.strictObject({ note: z.string(), poison: z.boolean().default(false), amount: z.int().default(0) }),
});

/** The same on another topic. */
export const NotedElsewhere = event({ ...Noted, kind: "test.thing.noted_elsewhere.v1", topic: "events.crm" });

/** Tables of the tests' own: aggregates, the append-only log of effects, and a ledger of two entries an event. Made as the owner, in a database of its own. */
export async function prepareGround(): Promise<void> {
  await query(`create table test_aggregates (key text primary key, version bigint not null)`);
  await query(`create table test_effects (seq bigint generated always as identity primary key, consumer_group text not null,
    event_id uuid not null, key text not null, version bigint not null, tenant uuid, seen_tenant uuid, at timestamptz default clock_timestamp())`);
  await query(
    "create table test_ledger (consumer_group text not null, event_id uuid not null, account text not null, amount bigint not null)",
  );
  await query("grant select, insert, update on test_aggregates, test_effects, test_ledger to hashinsight_app");
}

/** Raises an aggregate and tells of it, in one transaction; gives the event's version. */
export const note = (
  key: string,
  payload: Partial<z.input<typeof Noted.payload>> = {},
  tenantId: string | null = null,
): Promise<number> => inTestUnit((unit) => noteIn(unit, key, payload, tenantId));

/** The same within a unit of work that goes on. */
export const noteIn = (
  unit: UnitOfWork,
  key: string,
  payload: Partial<z.input<typeof Noted.payload>> = {},
  tenantId: string | null = null,
): Promise<number> => tellIn(unit, Noted, key, { note: "n", ...payload }, tenantId);

/** The same by any kind of event. */
export async function tellIn<E extends EventType>(
  unit: UnitOfWork,
  type: E,
  key: string,
  payload: z.input<E["payload"]>,
  tenantId: string | null = null,
): Promise<number> {
  const [raised] = await ask<{ version: string }>(
    { unit },
    {
      name: "test-raise",
      text: `insert into test_aggregates values ($1, 1) on conflict (key) do update set version = test_aggregates.version + 1
      returning version::text`,
      values: [key],
    },
  );
  const version = Number(raised?.version);
  await unit.rescope({ tenantId });
  unit.emit(type, { entityId: key, key, version, payload });
  await unit.flush();
  return version;
}

/** One transaction of a test's own. */
export async function inTestUnit<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
  const unit = systemCtx("test").begin("test.note");
  try {
    const result = await work(unit);
    await unit.commit();
    return result;
  } catch (error) {
    await unit.rollback(error);
    throw error;
  }
}

/** Writes what a consumer did into the log of effects, in the consumer's transaction. */
export async function effect(unit: UnitOfWork, group: string, events: readonly BusEvent[]): Promise<void> {
  await ask(
    { unit },
    {
      name: "test-effect",
      text: `insert into test_effects (consumer_group, event_id, key, version, tenant, seen_tenant)
      select $1, id, key, version, tenant, app_tenant()
      from unnest($2::uuid[], $3::text[], $4::bigint[], $5::uuid[]) with ordinality as e (id, key, version, tenant, place) order by place`,
      values: [
        group,
        events.map(({ event_id }) => event_id),
        events.map(({ aggregate_key }) => aggregate_key),
        events.map(({ aggregate_version }) => aggregate_version),
        events.map(({ tenant_id }) => tenant_id),
      ],
    },
  );
  await ask(
    { unit },
    {
      name: "test-book",
      text: `insert into test_ledger (consumer_group, event_id, account, amount)
        select $1, id, account, amount from unnest($2::uuid[], $3::bigint[]) as e (id, paid)
        cross join lateral (values ('till', paid), ('house', -paid)) as entry (account, amount)`,
      values: [
        group,
        events.map(({ event_id }) => event_id),
        events.map(({ payload }) => (payload as { amount: number }).amount),
      ],
    },
  );
}

export type Effect = {
  event_id: string;
  key: string;
  version: number;
  tenant: string | null;
  seen_tenant: string | null;
};

export const newGroup = (): string => `test-${randomUUID().slice(0, 8)}`;
export const newKey = (): string => `thing:${randomUUID().slice(0, 8)}`;

/** A consumer that writes its effects; `before` may refuse events first. */
export function recorder(
  group: string,
  before: (events: readonly BusEvent[]) => Promise<void> | void = () => undefined,
): Consumer {
  return {
    group,
    topics: ["events.ops"],
    per: "aggregate",
    async take(unit, events) {
      await effect(unit, group, events);
      await before(events);
    },
  };
}

/** The effects of a group on these aggregates, in the order in which they were committed within each. */
export async function effectsOf(group: string, keys?: readonly string[]): Promise<Effect[]> {
  return query<Effect>(
    `select event_id, key, version::int, tenant, seen_tenant from test_effects
     where consumer_group = $1 and ($2::text[] is null or key = any ($2)) order by seq`,
    [group, keys ?? null],
  );
}

/** Versions by aggregate, in the order of their effects. */
export async function versionsOf(group: string, keys: readonly string[]): Promise<Record<string, number[]>> {
  const versions: Record<string, number[]> = Object.fromEntries(keys.map((key) => [key, []]));
  for (const { key, version } of await effectsOf(group, keys)) versions[key]?.push(version);
  return versions;
}

/** Asks again until it is so; throws what it last was, once it takes too long. */
export async function until<T>(what: () => Promise<T>, isSo: (value: T) => boolean, withinMs = 20_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const value = await what();
    if (isSo(value)) return value;
    if (performance.now() > end)
      throw new Error(`It isn't so after ${withinMs} ms: ${JSON.stringify(value)?.slice(0, 2_000)}`);
    await wait(20);
  }
}
