import { afterAll, describe, expect, it } from "vitest";
import { newGroup, newKey, note, noteIn, prepareGround } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import { openEventsConnection } from "./events-connection";
import { eventLag } from "./lag";
import { outboxLag } from "./outbox-lag";
import { movePositionAlone, RELAY, type Reader, readPosition } from "./positions";
import { readOutbox } from "./read-outbox";
import { noteReaders } from "./readers";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();
const { client, cluster, close } = await openEventsConnection(process.env.DATABASE_URL ?? "", "test");
afterAll(close);

const reader = (): Reader & { topic: "events.ops" } => ({ group: newGroup(), topic: "events.ops" });
const eventsOf = async (one: Reader) => (await outboxLag([one]))[0]?.events;

/** Reads one page of so many, as a group does. */
async function read(one: Reader & { topic: "events.ops" }, limit: number): Promise<void> {
  const position = await readPosition(client, one, cluster);
  const { next } = await readOutbox(client, [one.topic], position, limit);
  expect(await movePositionAlone(client, one, position, next, cluster)).toBe(true);
}

describe("how far readers of the outbox are behind", () => {
  it("counts what is beyond a position, in the middle of a backlog too", async () => {
    const one = reader();
    await read(one, 1_000);
    expect(await outboxLag([one])).toEqual([{ ...one, events: 0, oldestMs: 0 }]);
    for (let n = 0; n < 5; n++) await note(newKey());
    expect(await eventsOf(one)).toBe(5);
    await read(one, 2);
    expect(await eventsOf(one)).toBe(3);
    await note(newKey());
    await read(one, 2);
    expect(await eventsOf(one)).toBe(2);
    await read(one, 2);
    await read(one, 2);
    expect(await eventsOf(one)).toBe(0);
  });

  it("counts an event from its commit on, and tells the age of the oldest", async () => {
    const one = reader();
    await read(one, 1_000);
    const unit = systemCtx("test").begin("test.note");
    await noteIn(unit, newKey());
    await note(newKey());
    expect(await eventsOf(one)).toBe(1);
    await read(one, 1_000);
    expect(await eventsOf(one)).toBe(0);
    await unit.commit();
    const [found] = await outboxLag([one]);
    expect(found).toMatchObject({ events: 1 });
    expect(found?.oldestMs).toBeGreaterThan(0);
  });

  it("takes a reader that never was here, or stood in another cluster, for one at the beginning", async () => {
    const [one, other] = [reader(), reader()];
    const [{ all } = { all: 0 }] = await query<{ all: number }>("select count(*)::int as all from event_outbox");
    expect(await eventsOf(one)).toBe(all);
    await read(other, 1_000);
    await query("update event_positions set cluster = 'another' where consumer_group = $1", [other.group]);
    expect(await eventsOf(other)).toBe(all);
  });

  it("is that of the slowest group, and of the relay for all topics in one", async () => {
    const [fast, slow] = [reader(), reader()];
    await query("delete from event_positions");
    await noteReaders([fast, slow]);
    await read(fast, 1_000);
    const [{ all } = { all: 0 }] = await query<{ all: number }>("select count(*)::int as all from event_outbox");
    expect(await eventsOf(RELAY)).toBe(all);
    const lag = await eventLag();
    expect(lag).toMatchObject({ transport: "postgres", outbox: { backlog: all } });
    const behind = Object.fromEntries((lag.groups ?? []).map(({ group, events }) => [group, events]));
    expect(behind).toEqual({ [fast.group]: 0, [slow.group]: all });
  });
});
