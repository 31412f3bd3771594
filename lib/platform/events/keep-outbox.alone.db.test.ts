import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { BusEvent } from "@/lib/kernel/event";
import { newGroup, newKey, note, prepareGround, recorder, until, versionsOf } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { keepOutbox } from "./keep-outbox";
import { RELAY, type Reader } from "./positions";
import { postgresBus } from "./postgres-bus";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();

const KEEP = 7;
const DAY = "(now() at time zone 'utc')::date";

/** The partition of a day so long ago, and an event in it; gives the partition's name. */
async function oldDay(daysAgo: number): Promise<string> {
  const [day] = await query<{ name: string; from: string; to: string }>(
    `select 'event_outbox_' || to_char(${DAY} - $1::int, 'YYYYMMDD') as name, (${DAY} - $1::int)::text as from, (${DAY} - $1::int + 1)::text as to`,
    [daysAgo],
  );
  if (!day) throw new Error("No day");
  await query(`create table ${day.name} partition of event_outbox for values from ('${day.from}') to ('${day.to}')`);
  await oldEvent(daysAgo);
  return day.name;
}

/** An event of so long ago, in whatever partition there is for it. */
const oldEvent = (daysAgo: number) =>
  query(
    `with old as (select gen_random_uuid() as id, 'old:' || gen_random_uuid() as key)
     insert into event_outbox (event_id, kind, topic, entity_id, aggregate_key, aggregate_version, part, schema_version, payload, created_at)
     select id, 'test.thing.noted.v1', 'events.ops', key, key, 1, 0, 1, json_build_object('event_id', id, 'kind', 'test.thing.noted.v1',
       'aggregate_key', key, 'aggregate_version', 1, 'tenant_id', null, 'user_id', null, 'payload', json_build_object()),
       ${DAY} - $1::int + time '12:00' from old`,
    [daysAgo],
  );

/** Where a reader stands: before all, or after all that is there now. */
const stand = (reader: Reader, where: "beginning" | "now", cluster?: string) =>
  query(
    `insert into event_positions (consumer_group, topic, snapshot, cluster)
     values ($1, $2, case $3 when 'now' then pg_current_snapshot()::text else '1:1:' end,
       coalesce($4, (select system_identifier::text from pg_control_system())))
     on conflict (consumer_group, topic) do update set snapshot = excluded.snapshot, cluster = excluded.cluster`,
    [reader.group, reader.topic, where, cluster ?? null],
  );

const partitions = async () =>
  (
    await query<{ name: string }>(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'event_outbox'::regclass order by 1",
    )
  ).map(({ name }) => name);
const inOther = async () => (await query("select from event_outbox_other")).length;

afterEach(async () => {
  for (const name of await partitions()) {
    const [old] = await query<{ is: boolean }>(`select $1 < 'event_outbox_' || to_char(${DAY}, 'YYYYMMDD') as is`, [
      name,
    ]);
    if (old?.is) await query(`drop table ${name}`);
  }
  await query("delete from event_outbox_other");
});

describe("the kept outbox", () => {
  it("has the days ahead before they come", async () => {
    const [last] = (await partitions()).filter((name) => name !== "event_outbox_other").toReversed();
    await query(`drop table ${last}`);
    expect((await keepOutbox([], KEEP)).made).toBe(1);
    expect(await partitions()).toContain(last);
    expect((await keepOutbox([], KEEP)).made).toBe(0);
  });

  it("drops a day that is old enough once everybody has read it", async () => {
    const [one, other] = [
      { group: newGroup(), topic: "events.ops" as const },
      { group: newGroup(), topic: "events.ops" as const },
    ];
    const [older, old, young] = [await oldDay(9), await oldDay(8), await oldDay(7)];
    await stand(one, "now");
    expect((await keepOutbox([one, other], KEEP)).dropped, "one that never read").toEqual([]);
    await stand(other, "beginning");
    expect((await keepOutbox([one, other], KEEP)).dropped, "one at the beginning").toEqual([]);
    await stand(other, "now", "another cluster");
    expect((await keepOutbox([one, other], KEEP)).dropped, "one that stood elsewhere").toEqual([]);
    await stand(other, "now");
    expect((await keepOutbox([one, other], KEEP)).dropped).toEqual([older, old]);
    expect(await partitions()).toContain(young);
  });

  it("asks of a reader only for its own topic, of the relay for all", async () => {
    const crm = { group: newGroup(), topic: "events.crm" as const };
    const day = await oldDay(8);
    await stand(RELAY, "beginning");
    expect((await keepOutbox([RELAY], KEEP)).dropped).toEqual([]);
    await stand(crm, "beginning");
    expect((await keepOutbox([crm], KEEP)).dropped).toEqual([day]);
    const next = await oldDay(9);
    await stand(RELAY, "now");
    expect((await keepOutbox([RELAY], KEEP)).dropped).toEqual([next]);
  });

  it("keeps a day in which something was read past while its transaction was open", async () => {
    const reader = { group: newGroup(), topic: "events.ops" as const };
    const day = await oldDay(8);
    // As a snapshot has it that was taken while the event's transaction ran.
    const [{ xid } = { xid: "" }] = await query<{ xid: string }>(`select xid::text from ${day}`);
    await stand(reader, "now");
    const beyond = BigInt(xid) + 1n;
    await query("update event_positions set snapshot = $2 where consumer_group = $1", [
      reader.group,
      `${xid}:${beyond}:${xid}`,
    ]);
    expect((await keepOutbox([reader], KEEP)).dropped).toEqual([]);
    await stand(reader, "now");
    expect((await keepOutbox([reader], KEEP)).dropped).toEqual([day]);
  });

  it("empties the partition for all other days of what is read and old", async () => {
    const reader = { group: newGroup(), topic: "events.ops" as const };
    await oldEvent(8);
    await oldEvent(3);
    expect(await inOther()).toBe(2);
    await stand(reader, "beginning");
    expect((await keepOutbox([reader], KEEP)).dropped).toEqual([]);
    await stand(reader, "now");
    expect((await keepOutbox([reader], KEEP)).dropped).toEqual(["event_outbox_other"]);
    expect(await inOther()).toBe(1);
  });

  it("forgets what was taken a day longer ago than events are kept", async () => {
    const group = newGroup();
    await query(
      `insert into event_inbox (event_id, consumer_group, processed_at)
       select gen_random_uuid(), $1, now() - make_interval(days => n) from generate_series(0, 10) n`,
      [group],
    );
    expect((await keepOutbox([], KEEP)).forgotten).toBe(3);
    expect((await query("select from event_inbox where consumer_group = $1", [group])).length).toBe(8);
  });

  it("holds nobody up who writes, and loses nothing, when a day goes under load", async () => {
    const [group, keys] = [newGroup(), Array.from({ length: 4 }, newKey)];
    const bus = postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", batch: 40, retryMs: 50 });
    const seen: BusEvent[] = [];
    await bus.start([subscriberOf(recorder(group, (events) => void seen.push(...events)))]);
    let isOver = false;
    const told = new Map<string, number>();
    const writers = keys.map(async (key) => {
      while (!isOver) told.set(key, await note(key));
    });
    try {
      for (const daysAgo of [11, 10, 9, 8]) {
        const day = await oldDay(daysAgo);
        await until(
          () => keepOutbox([{ group, topic: "events.ops" }], KEEP),
          ({ dropped }) => dropped.includes(day),
        );
      }
    } finally {
      isOver = true;
      await Promise.all(writers);
    }
    const expected = Object.fromEntries(
      keys.map((key) => [key, Array.from({ length: told.get(key) ?? 0 }, (_, index) => index + 1)]),
    );
    await until(
      () => versionsOf(group, keys),
      (versions) => keys.every((key) => versions[key]?.length === told.get(key)),
    );
    expect(await versionsOf(group, keys)).toEqual(expected);
    expect(Math.min(...told.values())).toBeGreaterThan(0);
    await bus.stop();
  });
});
