import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import type { EventBus } from "@/lib/platform/events/event-bus";
import type { Consumer } from "@/lib/transport/consume";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { systemCtx } from "@/lib/transport/ctx";
import { query } from "../sql";
import { effectsOf, newGroup, newKey, note, noteIn, recorder, until, versionsOf } from "./ground";

/** A transport under test. */
export type Transport = {
  name: string;
  /** As another process would open it. */
  open(): EventBus;
  /** Ends a bus as a kill does: without a word, its transactions undone. */
  kill(bus: EventBus, group: string): Promise<void>;
  /** What was killed goes on, as a process does that was only away. */
  wake(bus: EventBus): Promise<void>;
  /** Brings a group everything once more. No bus of the group may be open. */
  bringAgain(group: string): Promise<unknown>;
};

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What every transport has to keep. Wants a database of its own with the tests' tables (`prepareGround`). */
export function busSuite(transport: Transport): void {
  const running = new Set<EventBus>();
  async function start(...consumers: Consumer[]): Promise<EventBus> {
    const bus = transport.open();
    running.add(bus);
    await bus.start(consumers.map(subscriberOf));
    return bus;
  }
  async function stop(bus: EventBus): Promise<void> {
    running.delete(bus);
    await bus.stop();
  }
  afterEach(async () => {
    for (const bus of running) await stop(bus);
  });
  const has = (group: string, keys: string[], count: number) =>
    until(
      () => effectsOf(group, keys),
      (effects) => effects.length >= count,
    );
  const deadOf = (group: string) =>
    query<{ key: string; version: number; reason: string; error_message: string | null; retry_count: number }>(
      `select aggregate_key as key, aggregate_version::int as version, reason, error_message, retry_count from event_dlq
       where consumer_group = $1 order by aggregate_key, aggregate_version`,
      [group],
    );

  describe(`the event bus on ${transport.name}`, () => {
    it("brings what was committed once, each aggregate's in its order, with many writers", async () => {
      const [group, keys] = [newGroup(), upTo(8).map(newKey)];
      await start(recorder(group));
      await Promise.all(
        upTo(8).flatMap(() =>
          keys.map(async (key) => {
            for (let n = 0; n < 3; n++) await note(key);
          }),
        ),
      );
      await has(group, keys, 192);
      expect(await versionsOf(group, keys)).toEqual(Object.fromEntries(keys.map((key) => [key, upTo(24)])));
    });

    it("brings nothing of what was undone", async () => {
      const [group, key] = [newGroup(), newKey()];
      await start(recorder(group));
      const unit = systemCtx("test").begin("test.note");
      await noteIn(unit, key);
      await unit.rollback(new Error("no"));
      await note(key);
      await has(group, [key], 1);
      expect(await versionsOf(group, [key])).toEqual({ [key]: [1] });
    });

    it("begins a new group with the oldest that is kept", async () => {
      const [group, key] = [newGroup(), newKey()];
      for (let n = 0; n < 5; n++) await note(key);
      await start(recorder(group));
      await has(group, [key], 5);
      expect(await versionsOf(group, [key])).toEqual({ [key]: upTo(5) });
    });

    it("goes on where a group stopped", async () => {
      const [group, key] = [newGroup(), newKey()];
      const first = await start(recorder(group));
      await note(key);
      await has(group, [key], 1);
      await stop(first);
      await note(key);
      await start(recorder(group));
      await has(group, [key], 2);
      expect(await versionsOf(group, [key])).toEqual({ [key]: [1, 2] });
    });

    it("brings each group all of it", async () => {
      const [one, other, key] = [newGroup(), newGroup(), newKey()];
      await start(recorder(one), recorder(other));
      await note(key);
      await note(key);
      await has(one, [key], 2);
      await has(other, [key], 2);
      expect(await versionsOf(one, [key])).toEqual(await versionsOf(other, [key]));
    });

    it("brings a group of two processes everything once", async () => {
      const [group, keys] = [newGroup(), upTo(6).map(newKey)];
      await Promise.all([start(recorder(group)), start(recorder(group))]);
      await Promise.all(
        keys.map(async (key) => {
          for (let n = 0; n < 10; n++) await note(key);
        }),
      );
      await has(group, keys, 60);
      expect(await versionsOf(group, keys)).toEqual(Object.fromEntries(keys.map((key) => [key, upTo(10)])));
    });

    it("goes on in another process when one is killed in the middle of a batch, and takes nothing of it when it wakes", async () => {
      const [group, key] = [newGroup(), newKey()];
      const [inside, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const stuck = await start(
        recorder(group, () => {
          inside.resolve();
          return held.promise;
        }),
      );
      await note(key);
      await inside.promise;
      running.delete(stuck);
      await transport.kill(stuck, group);
      expect(await effectsOf(group, [key])).toEqual([]);
      await start(recorder(group));
      await has(group, [key], 1);
      await transport.wake(stuck);
      held.resolve();
      await stuck.stop();
      expect(await versionsOf(group, [key])).toEqual({ [key]: [1] });
    });

    it("has each effect once when everything comes again", async () => {
      const [group, key, later] = [newGroup(), newKey(), newKey()];
      const first = await start(recorder(group));
      for (let n = 0; n < 10; n++) await note(key);
      await has(group, [key], 10);
      await stop(first);
      await transport.bringAgain(group);
      await start(recorder(group));
      await note(later);
      await has(group, [later], 1);
      expect(await versionsOf(group, [key])).toEqual({ [key]: upTo(10) });
    });

    it("takes a handler back that fails, and tries again without counting while it may pass", async () => {
      const [group, key] = [newGroup(), newKey()];
      let left = 6;
      await start(
        recorder(group, () => {
          if (left-- > 0) throw new AppError("unavailable", "The dependency is down.");
        }),
      );
      await note(key);
      await note(key);
      await has(group, [key], 2);
      expect(await versionsOf(group, [key])).toEqual({ [key]: [1, 2] });
      expect(await deadOf(group)).toEqual([]);
    });

    it("parks one aggregate that can't be taken, with what follows it; all others go on", async () => {
      const [group, keys, bad] = [newGroup(), upTo(20).map(newKey), newKey()];
      await start(
        recorder(group, (events) => {
          if (events.some(({ payload }) => (payload as { poison: boolean }).poison)) throw new Error("Bad apple");
        }),
      );
      await note(bad);
      await note(bad, { poison: true });
      await note(bad);
      for (const key of keys) await note(key);
      await has(group, keys, 20);
      await until(
        () => deadOf(group),
        (dead) => dead.length === 2,
      );
      await note(bad);
      const dead = await until(
        () => deadOf(group),
        (rows) => rows.length === 3,
      );
      expect(dead.map(({ version, reason }) => [version, reason])).toEqual([
        [2, "failed"],
        [3, "blocked"],
        [4, "blocked"],
      ]);
      expect(dead[0]).toMatchObject({ error_message: "Bad apple", retry_count: 3 });
      expect(await versionsOf(group, [bad])).toEqual({ [bad]: [1] });
    });

    it("tells on events.dlq what was parked, once", async () => {
      const [group, key] = [newGroup(), newKey()];
      await start(
        recorder(group, ([first]) => {
          if (first?.aggregate_key === key) throw new Error("Bad apple");
        }),
      );
      await note(key);
      const told = () =>
        query<{ payload: { payload: unknown } }>(
          "select payload from event_outbox where topic = 'events.dlq' and aggregate_key = $1",
          [`${group}/events.ops/${key}`],
        );
      const rows = await until(told, (found) => found.length > 0);
      expect(rows.map(({ payload }) => payload.payload)).toEqual([
        expect.objectContaining({
          consumer_group: group,
          aggregate_key: key,
          aggregate_version: 1,
          error_kind: "Error",
        }),
      ]);
    });

    it("brings a value of a megabyte, and every byte as it was told", async () => {
      const [group, key] = [newGroup(), newKey()];
      const notes = ["字".repeat(350_000), '1.10 \u2028 字 \\ " \u0001 é'];
      const came: unknown[] = [];
      await start(
        recorder(group, (events) => {
          if (events[0]?.aggregate_key === key) came.push(...events.map(({ payload }) => payload));
        }),
      );
      for (const text of notes) await note(key, { note: text });
      await has(group, [key], 2);
      expect(came).toEqual(notes.map((text) => ({ note: text, poison: false, amount: 0 })));
    });

    it("isn't held up by a transaction that stays open, and brings its events when it ends", async () => {
      const [group, slow, fast] = [newGroup(), newKey(), newKey()];
      await start(recorder(group));
      const unit = systemCtx("test").begin("test.note");
      await noteIn(unit, slow);
      for (let n = 0; n < 5; n++) await note(fast);
      await has(group, [fast], 5);
      expect(await effectsOf(group, [slow])).toEqual([]);
      await unit.commit();
      await has(group, [slow], 1);
      expect(await versionsOf(group, [slow, fast])).toEqual({ [slow]: [1], [fast]: upTo(5) });
    });

    it("loses nothing where ids and commits come in opposite orders", async () => {
      const [group, keys] = [newGroup(), upTo(6).map(newKey)];
      await start(recorder(group));
      const units = keys.map(() => systemCtx("test").begin("test.note"));
      for (const [index, unit] of units.entries()) await noteIn(unit, keys[index] ?? "");
      for (const unit of units.toReversed()) {
        await unit.commit();
        await note(newKey());
      }
      await has(group, keys, 6);
      expect((await effectsOf(group, keys)).length).toBe(6);
    });

    it("brings a backlog of many pages in order", async () => {
      const [group, keys] = [newGroup(), upTo(5).map(newKey)];
      const unit = systemCtx("test").begin("test.note");
      for (let n = 0; n < 60; n++) for (const key of keys) await noteIn(unit, key);
      await unit.commit();
      await start(recorder(group));
      await has(group, keys, 300);
      expect(await versionsOf(group, keys)).toEqual(Object.fromEntries(keys.map((key) => [key, upTo(60)])));
    });

    it("passes over kinds that a consumer doesn't know", async () => {
      const [group, key] = [newGroup(), newKey()];
      const deaf: Consumer = { ...recorder(group), take: async () => undefined };
      await start(deaf);
      await note(key);
      const at = () =>
        query<{ version: string }>("select version from event_keys where consumer_group = $1 and aggregate_key = $2", [
          group,
          key,
        ]);
      await until(at, ([row]) => row?.version === "1");
      expect(await deadOf(group)).toEqual([]);
    });

    it("works in the company of the event, and in none for an event of none", async () => {
      const [group, mine, yours, nobodys] = [newGroup(), newKey(), newKey(), newKey()];
      const [a, b] = [randomUUID(), randomUUID()];
      await start(recorder(group));
      await note(mine, {}, a);
      await note(yours, {}, b);
      await note(nobodys);
      await has(group, [mine, yours, nobodys], 3);
      const seen = Object.fromEntries((await effectsOf(group)).map(({ key, seen_tenant }) => [key, seen_tenant]));
      expect(seen).toMatchObject({ [mine]: a, [yours]: b, [nobodys]: null });
    });

    it("tells what a handler tells, with the handler's effect", async () => {
      const [group, key, told] = [newGroup(), newKey(), newKey()];
      const chain: Consumer = {
        ...recorder(group),
        async take(unit, events) {
          if (events[0]?.aggregate_key === key) await noteIn(unit, told);
        },
      };
      await start(chain, recorder(`${group}-b`));
      await note(key);
      await has(`${group}-b`, [told], 1);
    });

    it("waits at its stop for what is being handled", async () => {
      const [group, key] = [newGroup(), newKey()];
      const [inside, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const bus = await start(
        recorder(group, async ([first]) => {
          if (first?.aggregate_key !== key) return;
          inside.resolve();
          await held.promise;
        }),
      );
      await note(key);
      await inside.promise;
      const stopped = stop(bus);
      held.resolve();
      await stopped;
      expect(await versionsOf(group, [key])).toEqual({ [key]: [1] });
    });

    it("puts a payload of another shape into the DLQ", async () => {
      const [group, key] = [newGroup(), newKey()];
      await start(
        recorder(group, (events) => {
          for (const { payload } of events)
            if ((payload as { note: unknown }).note === "odd") throw new TypeError("Not this shape");
        }),
      );
      await note(key, { note: "odd" });
      const [dead] = await until(
        () => deadOf(group),
        (rows) => rows.length === 1,
      );
      expect(dead).toMatchObject({ key, version: 1, error_message: "Not this shape" });
    });
  });
}
