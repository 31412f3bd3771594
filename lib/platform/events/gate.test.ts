import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Arrived } from "./event-bus";
import { type KeyState, passGate } from "./gate";

const arrived = (key: string, version: number): Arrived => ({
  topic: "events.ops",
  value: "",
  event: { aggregate_key: key, aggregate_version: version, event_id: `${key}${version}` } as Arrived["event"],
});
const versions = (list: readonly Arrived[]) => list.map(({ event }) => event.aggregate_version);
const at = (version: number, isParked = false) => new Map<string, KeyState>([["a", { version, isParked }]]);

describe("the gate", () => {
  it("lets through whose turn it is, whatever the order of arrival", () => {
    const [passed] = passGate([arrived("a", 3), arrived("a", 1), arrived("a", 2)], at(0));
    expect(versions(passed?.run ?? [])).toEqual([1, 2, 3]);
    expect(passed?.version).toBe(3);
  });

  it("keeps waiting what has a gap before it", () => {
    const [passed] = passGate([arrived("a", 4), arrived("a", 6), arrived("a", 3)], at(2));
    expect(versions(passed?.run ?? [])).toEqual([3, 4]);
    expect(versions(passed?.early ?? [])).toEqual([6]);
  });

  it("drops what had its effect, also where a version came twice", () => {
    const [passed] = passGate([arrived("a", 2), arrived("a", 3), arrived("a", 3)], at(2));
    expect(versions(passed?.run ?? [])).toEqual([3]);
    expect(passed?.early).toEqual([]);
  });

  it("lets nothing of a parked aggregate through", () => {
    const [passed] = passGate([arrived("a", 4), arrived("a", 3)], at(2, true));
    expect([versions(passed?.run ?? []), versions(passed?.blocked ?? []), passed?.version]).toEqual([[], [3, 4], 2]);
  });

  it("gives every version once and in order, in any cuts of any shuffled and repeated arrival", () => {
    const history = fc.shuffledSubarray([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5], {
      minLength: 15,
      maxLength: 15,
    });
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 6 }), (order, size) => {
        let version = 0;
        let early: Arrived[] = [];
        const ran: number[] = [];
        for (let from = 0; from < order.length; from += size) {
          const batch = order.slice(from, from + size).map((one) => arrived("a", one));
          const [passed] = passGate([...batch, ...early], at(version));
          version = passed?.version ?? version;
          early = passed?.early ?? [];
          ran.push(...versions(passed?.run ?? []));
        }
        expect(ran).toEqual([1, 2, 3, 4, 5]);
      }),
    );
  });
});
