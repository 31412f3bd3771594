import { afterAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { deadKeys, deadStats, listDead } from "@/lib/platform/events/dead-list";
import { postgresBus } from "@/lib/platform/events/postgres-bus";
import {
  effectsOf,
  newGroup,
  newKey,
  note,
  prepareGround,
  recorder,
  until,
  versionsOf,
} from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import type { Consumer } from "./consume";
import { subscriberOf } from "./consumer-runner";
import { inEventsUnit } from "./ctx";
import { replayDead } from "./replay-dead";
import { answerReplays } from "./replay-requests";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();
const WHO = { by: "ada", reason: "mended" };

/** A group with parked aggregates, its handler mended meanwhile; its bus goes on. */
async function parked(keys: string[]) {
  const group = newGroup();
  let isBroken = true;
  const consumer: Consumer = recorder(group, (events) => {
    for (const { aggregate_key, payload } of events)
      if (isBroken && keys.includes(aggregate_key) && (payload as { poison: boolean }).poison)
        throw new Error("Bad apple");
  });
  const bus = postgresBus({ databaseUrl: process.env.DATABASE_URL ?? "", retryMs: 50 });
  await bus.start([subscriberOf(consumer)]);
  for (const key of keys) {
    await note(key);
    await note(key, { poison: true });
    await note(key);
  }
  const mend = () => {
    isBroken = false;
  };
  const dead = () => inEventsUnit("test", (ctx) => listDead(ctx, { group }, 100));
  await until(dead, (rows) => rows.length === keys.length * 2);
  return { group, consumer, bus, dead, mend };
}

describe("a replay of dead events", () => {
  it("goes through the handler in the aggregate's order and frees it, saying who and why", async () => {
    const key = newKey();
    const { group, consumer, bus, dead, mend } = await parked([key]);
    expect(await inEventsUnit("test", deadStats)).toContainEqual(
      expect.objectContaining({ group, failed: 1, blocked: 1, keys: 1 }),
    );
    mend();
    await note(key);
    await until(dead, (rows) => rows.length === 3);
    expect(await replayDead([consumer], { ...WHO, group })).toEqual({ replayed: 3, failed: 0 });
    await note(key);
    await until(
      () => effectsOf(group, [key]),
      (effects) => effects.length === 5,
    );
    expect(await versionsOf(group, [key])).toEqual({ [key]: [1, 2, 3, 4, 5] });
    expect(await dead()).toEqual([]);
    const rows = await query("select distinct replayed_by, replay_reason from event_dlq where consumer_group = $1", [
      group,
    ]);
    expect(rows).toEqual([{ replayed_by: "ada", replay_reason: "mended" }]);
    await bus.stop();
  });

  it("leaves an aggregate that fails again as it was, and goes on with the others", async () => {
    const [bad, good] = [newKey(), newKey()];
    const { group, bus, consumer, mend } = await parked([bad, good]);
    mend();
    const stillBad: Consumer = {
      ...consumer,
      take: (unit, events) => {
        if (events[0]?.aggregate_key === bad) throw new Error("Still bad");
        return consumer.take(unit, events);
      },
    };
    expect(await replayDead([stillBad], { ...WHO, group })).toEqual({ replayed: 2, failed: 1 });
    const rows = await inEventsUnit("test", (ctx) => listDead(ctx, { group }, 10));
    expect(
      rows.map(({ key, version, reason, error_message, retry_count }) => [
        key,
        version,
        reason,
        error_message,
        retry_count,
      ]),
    ).toEqual([
      [bad, "3", "blocked", null, 0],
      [bad, "2", "failed", "Still bad", 4],
    ]);
    await bus.stop();
  });

  it("keeps to the events, the aggregate and the hours that were said", async () => {
    const keys = [newKey(), newKey()];
    const { group, bus, consumer, mend } = await parked(keys);
    mend();
    await query("update event_dlq set failed_at = failed_at - interval '3 hours' where aggregate_key = $1", [keys[0]]);
    expect(await inEventsUnit("test", (ctx) => deadKeys(ctx, { group, hours: 2 }))).toEqual([
      { group, topic: "events.ops", key: keys[1], events: 2 },
    ]);
    expect(await replayDead([consumer], { ...WHO, group, hours: 2, most: 1 })).toEqual({ replayed: 1, failed: 0 });
    expect(await replayDead([consumer], { ...WHO, group, key: keys[0] })).toEqual({ replayed: 2, failed: 0 });
    expect(await inEventsUnit("test", (ctx) => deadKeys(ctx, { group }))).toEqual([
      { group, topic: "events.ops", key: keys[1], events: 1 },
    ]);
    await bus.stop();
  });

  it("stops where a dependency is down, and says so; nothing is counted", async () => {
    const key = newKey();
    const { group, bus, consumer } = await parked([key]);
    const down: Consumer = {
      ...consumer,
      take: () => {
        throw new AppError("unavailable", "The pool doesn't answer.");
      },
    };
    await expect(replayDead([down], { ...WHO, group })).rejects.toThrow("The pool doesn't answer.");
    const [, first] = await inEventsUnit("test", (ctx) => listDead(ctx, { group }, 10));
    expect(first).toMatchObject({ version: "2", retry_count: 3, error_message: "Bad apple" });
    await bus.stop();
  });

  it("two at once do it once", async () => {
    const key = newKey();
    const { group, bus, consumer, mend } = await parked([key]);
    mend();
    await Promise.all([replayDead([consumer], { ...WHO, group }), replayDead([consumer], { ...WHO, group })]);
    expect(await versionsOf(group, [key])).toEqual({ [key]: [1, 2, 3] });
    await bus.stop();
  });

  it("is done for who asks on the page, and says what it came to", async () => {
    const key = newKey();
    const { group, bus, consumer, mend } = await parked([key]);
    mend();
    const replays = answerReplays([consumer], 20);
    await query(
      "insert into event_replays (requested_by, reason, consumer_group) values ('ada@platform.example', 'mended', $1)",
      [group],
    );
    const asked = () =>
      query<{ replayed: number; failed: number; fault: string | null }>(
        "select replayed, failed, fault from event_replays where consumer_group = $1 and finished_at is not null",
        [group],
      );
    expect(await until(asked, (rows) => rows.length === 1)).toEqual([{ replayed: 2, failed: 0, fault: null }]);
    await replays.stop();
    await bus.stop();
  });
});
