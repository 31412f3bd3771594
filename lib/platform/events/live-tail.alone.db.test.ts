import fc from "fast-check";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { newKey, note, noteIn, prepareGround, until } from "@/lib/testing/events/ground";
import { ownDatabase } from "@/lib/testing/own-database";
import { query } from "@/lib/testing/sql";
import { systemCtx } from "@/lib/transport/ctx";
import { type LiveTail, openLiveTail } from "./live-tail";
import type { Position } from "./position";
import type { Told } from "./read-outbox";

const drop = await ownDatabase();
await prepareGround();
const open = new Set<LiveTail>();
afterEach(async () => {
  for (const tail of open) await tail.stop();
  open.clear();
});
afterAll(drop);

type Heard = { tail: LiveTail; told: Told[]; broken: unknown[] };

/** A tail in pages of three that gives up beyond a hundred. */
async function listen(): Promise<Heard> {
  const told: Told[] = [];
  const broken: unknown[] = [];
  const tail = await openLiveTail({
    databaseUrl: process.env.DATABASE_URL ?? "",
    topics: ["events.ops"],
    take: async (events) => void told.push(...events),
    broke: (error) => void broken.push(error),
    page: 3,
    mostMissed: 100,
  });
  open.add(tail);
  return { tail, told, broken };
}
const here = (tail: LiveTail): Promise<Position> => tail.join(async (at) => at);
const namesOf = (told: readonly Told[]) => told.map(({ event }) => `${event.aggregate_key} ${event.aggregate_version}`);

describe("the tail of the outbox", () => {
  it("hands out what is committed from now on, and nothing of before", async () => {
    const key = newKey();
    await note(key);
    const { tail, told } = await listen();
    expect(await here(tail)).toEqual(tail.position());
    await note(key);
    await note(key);
    await here(tail);
    expect(namesOf(told)).toEqual([`${key} 2`, `${key} 3`]);
  });

  it("lets somebody in beyond all that was committed before, and hands out the rest", async () => {
    const { tail, told } = await listen();
    const keys = Array.from({ length: 4 }, newKey);
    const writing = Promise.all(
      keys.map(async (key) => {
        for (let n = 0; n < 20; n++) await note(key);
      }),
    );
    const start = tail.position();
    for (let n = 0; n < 10; n++) {
      const key = newKey();
      await note(key);
      // Within `enter` the tail stands still: what it handed out, and what lies before, is the same.
      const [at, handedOut] = await tail.join(async (at) => [at, namesOf(told)] as const);
      expect(handedOut).toContain(`${key} 1`);
      expect(namesOf((await tail.between(start, at)) ?? []).toSorted()).toEqual(handedOut.toSorted());
    }
    await writing;
    await here(tail);
    expect(namesOf(told).length).toBe(90);
  });

  it("goes on from every event that it handed out: nothing is lost, nothing comes twice, each aggregate's in order", async () => {
    const { tail, told } = await listen();
    const begun = tail.position();
    // Transactions begin in one order, tell in another, and end in a third, with looks in between.
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(orders, orders, async (telling, ending) => {
        const writers = telling.map(() => ({ unit: systemCtx("test").begin("test.note"), key: newKey() }));
        for (const index of telling)
          for (const { unit, key } of writers.slice(index, index + 1))
            for (let n = 0; n <= index; n++) await noteIn(unit, key);
        for (const index of ending) {
          await writers[index]?.unit.commit();
          await here(tail);
        }
      }),
      { numRuns: 4 },
    );
    const now = await here(tail);
    expect(told.length).toBe(60);
    for (const [index, { at }] of [{ at: begun }, ...told].entries()) {
      const rest = namesOf((await tail.between(at, now)) ?? []);
      expect(rest.toSorted(), `after ${index}`).toEqual(namesOf(told.slice(index)).toSorted());
      const inOrder = (names: string[]) => Map.groupBy(names, (name) => name.split(" ")[0]);
      expect(inOrder(rest), `after ${index}`).toEqual(inOrder(namesOf(told.slice(index))));
    }
  });

  it("says of too much that it is too much", async () => {
    const { tail } = await listen();
    const from = tail.position();
    const unit = systemCtx("test").begin("test.note");
    for (let n = 0; n < 101; n++) await noteIn(unit, newKey());
    await unit.commit();
    expect(await tail.between(from, await here(tail))).toBeUndefined();
    const later = tail.position();
    await note(newKey());
    expect((await tail.between(later, await here(tail)))?.length).toBe(1);
  });

  it("knows nothing of a time to which the database hasn't come", async () => {
    const { tail } = await listen();
    const future = { snapshot: "900000000:900000000:", pinned: null, afterId: "0" };
    expect(await tail.between(future, tail.position())).toBeUndefined();
    expect(await tail.between({ ...tail.position(), pinned: future.snapshot }, tail.position())).toBeUndefined();
  });

  it("hands out what a transaction tells that was open while others went by", async () => {
    const { tail, told } = await listen();
    const [slow, fast] = [newKey(), newKey()];
    const unit = systemCtx("test").begin("test.note");
    await noteIn(unit, slow);
    for (let n = 0; n < 4; n++) await note(fast);
    await here(tail);
    const before = told.at(-1)?.at ?? tail.position();
    expect(namesOf(told)).not.toContain(`${slow} 1`);
    await unit.commit();
    await here(tail);
    expect(namesOf(told).at(-1)).toBe(`${slow} 1`);
    expect(namesOf((await tail.between(before, tail.position())) ?? [])).toEqual([`${slow} 1`]);
  });

  it("breaks with its connection, and refuses who comes then", async () => {
    const { tail, broken } = await listen();
    await query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'hashinsight live'",
    );
    await until(
      async () => broken,
      (told) => told.length > 0,
    );
    await expect(here(tail)).rejects.toThrow();
    expect(broken.length).toBe(1);
  });

  it("breaks with what its taker throws", async () => {
    const broken = Promise.withResolvers<unknown>();
    const tail = await openLiveTail({
      databaseUrl: process.env.DATABASE_URL ?? "",
      topics: ["events.ops"],
      take: async (events) => {
        if (events.length > 0) throw new Error("no room");
      },
      broke: broken.resolve,
    });
    open.add(tail);
    await note(newKey());
    expect(await broken.promise).toMatchObject({ message: "no room" });
  });
});
