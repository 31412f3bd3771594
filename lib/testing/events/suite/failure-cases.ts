import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { subscriberOf } from "@/lib/transport/consumer-runner";
import { query } from "../../sql";
import { effectsOf, newGroup, newKey, note, recorder, until, versionsOf } from "../ground";
import { deadOf, endConnections, has, type Players, upTo } from "./players";

/** What becomes of what fails. */
export function failureCases({ start, subscribe, kill, transport }: Players): void {
  it("goes on in another process when one is killed in the middle of a batch, and takes nothing of it when it wakes", async () => {
    const [group, key] = [newGroup(), newKey()];
    const [inside, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stuck = await start(
      recorder(group, async ([first]) => {
        if (first?.aggregate_key !== key) return;
        inside.resolve();
        await held.promise;
      }),
    );
    await note(key);
    await inside.promise;
    await kill(stuck, group);
    expect(await effectsOf(group, [key])).toEqual([]);
    await start(recorder(group));
    await has(group, [key], 1);
    await transport.wake(stuck);
    held.resolve();
    await stuck.stop();
    expect(await versionsOf(group, [key])).toEqual({ [key]: [1] });
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

  it("lets no group wait for another whose dependency is down", async () => {
    const [waiting, working, key] = [newGroup(), newGroup(), newKey()];
    let isDown = true;
    await start(
      recorder(waiting, () => {
        if (isDown) throw new AppError("unavailable", "The dependency is down.");
      }),
      recorder(working),
    );
    for (let n = 0; n < 3; n++) await note(key);
    await has(working, [key], 3);
    expect(await effectsOf(waiting, [key])).toEqual([]);
    isDown = false;
    await has(waiting, [key], 3);
    expect(await versionsOf(waiting, [key])).toEqual({ [key]: upTo(3) });
  });

  it("brings a batch again that could not be taken at all, with what follows it", async () => {
    const [group, key] = [newGroup(), newKey()];
    const inner = subscriberOf(recorder(group));
    let left = 3;
    await subscribe({
      ...inner,
      async handle(batch, signal) {
        if (batch.events.some(({ event }) => event.aggregate_key === key) && left-- > 0) throw new Error("Not now");
        await inner.handle(batch, signal);
      },
    });
    for (let n = 0; n < 5; n++) await note(key);
    await has(group, [key], 5);
    expect(left).toBeLessThanOrEqual(0);
    expect(await versionsOf(group, [key])).toEqual({ [key]: upTo(5) });
  });

  it("leaves to a process what it handles for longer than one is taken for dead", async () => {
    const [group, key] = [newGroup(), newKey()];
    let handled = 0;
    const slow = () =>
      recorder(group, async (events) => {
        if (events[0]?.aggregate_key !== key) return;
        handled++;
        await wait(transport.sessionMs * 1.3);
      });
    await Promise.all([start(slow()), start(slow())]);
    await note(key);
    await has(group, [key], 1);
    expect(handled).toBe(1);
  });

  it("goes on by itself when the database has ended all connections", async () => {
    const [group, key] = [newGroup(), newKey()];
    await start(recorder(group));
    await note(key);
    await has(group, [key], 1);
    await endConnections();
    await until(
      () => note(key).catch(() => 0),
      (version) => version === 2,
    );
    await has(group, [key], 2);
    expect(await versionsOf(group, [key])).toEqual({ [key]: [1, 2] });
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
}
