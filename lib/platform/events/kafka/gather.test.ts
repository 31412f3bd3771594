import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gather, type Piece } from "./gather";

type Named = Piece & { name: string };
const piece = (name: string, events = 1, topic = "a"): Named => ({ name, topic, events: Array(events).fill(0) });

/** Work that ends when it is told to. */
function held() {
  const begun: { names: string[]; end: (taken?: readonly string[]) => void; fail: (error: Error) => void }[] = [];
  const work = (pieces: readonly Named[]) =>
    new Promise<readonly Named[]>((resolve, reject) => {
      const names = pieces.map(({ name }) => name);
      begun.push({
        names,
        end: (taken = names) => resolve(pieces.filter(({ name }) => taken.includes(name))),
        fail: reject,
      });
    });
  return { begun, work, names: () => begun.map(({ names }) => names) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("pieces of several partitions", () => {
  test("that come in one turn are one work", async () => {
    const { begun, work, names } = held();
    const take = gather(10, work);
    const taken = Promise.all([take(piece("1")), take(piece("2")), take(piece("3"))]);
    await turn();
    expect(names()).toEqual([["1", "2", "3"]]);
    begun[0]?.end();
    expect(await taken).toEqual([true, true, true]);
  });

  test("are three works at most, and those that wait the next one together", async () => {
    const { begun, work, names } = held();
    const take = gather(4, work);
    for (const name of ["1", "2", "3", "4", "5"]) void take(piece(name, name > "3" ? 1 : 4));
    await turn();
    expect(names()).toEqual([["1"], ["2"], ["3"]]);
    begun[1]?.end();
    await turn();
    expect(names()[3]).toEqual(["4", "5"]);
  });

  test("are never more events than may be, but for a piece that has more itself", async () => {
    const { work, names } = held();
    const take = gather(4, work);
    for (const [name, events] of Object.entries({ b: 9, c: 3, d: 1 })) void take(piece(name, events));
    await turn();
    expect(names()).toEqual([["b"], ["c", "d"]]);
  });

  test("of two topics are two works", async () => {
    const { work, names } = held();
    const take = gather(4, work);
    for (const name of ["1", "2", "3", "4"]) void take(piece(name, 1, name < "3" ? "a" : "b"));
    await turn();
    expect(names()).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  test("hear each for itself whether they were taken", async () => {
    const { begun, work } = held();
    const take = gather(4, work);
    const taken = Promise.all([take(piece("1")), take(piece("2"))]);
    await turn();
    begun[0]?.end(["2"]);
    expect(await taken).toEqual([false, true]);
  });

  test("fail together, and the next ones are taken", async () => {
    const { begun, work } = held();
    const take = gather(4, work);
    const failed = Promise.allSettled([take(piece("1")), take(piece("2"))]);
    await turn();
    begun[0]?.fail(new Error("gone"));
    expect((await failed).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const next = take(piece("3"));
    await turn();
    begun[1]?.end();
    expect(await next).toBe(true);
  });

  test("are all taken, once each, however they come", async () => {
    const some = fc.array(fc.record({ events: fc.integer({ min: 0, max: 6 }), topic: fc.constantFrom("a", "b") }));
    await fc.assert(
      fc.asyncProperty(some, fc.integer({ min: 1, max: 8 }), async (given, most) => {
        const pieces = given.map(({ events, topic }, index) => piece(String(index), events, topic));
        const seen: string[] = [];
        let atOnce = 0;
        const take = gather(most, async (together: readonly Named[]) => {
          expect(++atOnce).toBeLessThanOrEqual(3);
          expect(new Set(together.map(({ topic }) => topic)).size).toBe(1);
          if (together.length > 1)
            expect(together.reduce((sum, { events }) => sum + events.length, 0)).toBeLessThanOrEqual(most);
          seen.push(...together.map(({ name }) => name));
          await turn();
          atOnce--;
          return together;
        });
        const taken = await Promise.all(
          pieces.map(async (one, index) => {
            if (index % 3 === 0) await turn();
            return await take(one);
          }),
        );
        expect(taken.every(Boolean)).toBe(true);
        expect(seen.sort()).toEqual(pieces.map(({ name }) => name).sort());
      }),
    );
  });
});
