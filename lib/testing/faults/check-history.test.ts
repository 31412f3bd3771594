import { describe, expect, it } from "vitest";
import { checkHistory, type History, INVARIANTS } from "./check-history";

const GOOD: History = {
  groups: ["g"],
  acks: [
    { key: "a", version: 1 },
    { key: "a", version: 2 },
  ],
  written: [
    { event_id: "1", key: "a", version: 1, tenant: "t", poison: false, amount: 5 },
    { event_id: "2", key: "a", version: 2, tenant: "t", poison: false, amount: 7 },
    { event_id: "3", key: "b", version: 1, tenant: null, poison: true, amount: 1 },
    { event_id: "4", key: "b", version: 2, tenant: null, poison: false, amount: 1 },
  ],
  done: [
    { group: "g", event_id: "1", key: "a", version: 1, tenant: "t", seen_tenant: "t" },
    { group: "g", event_id: "2", key: "a", version: 2, tenant: "t", seen_tenant: "t" },
  ],
  dead: [
    { group: "g", event_id: "3", reason: "failed" },
    { group: "g", event_id: "4", reason: "blocked" },
  ],
  ledger: [5, -5, 7, -7].map((amount, at) => ({ group: "g", event_id: at < 2 ? "1" : "2", amount })),
  slots: [
    { job: "j", slot: "1", runs: 1 },
    { job: "j", slot: "2", runs: 1 },
  ],
  lagBackMs: 400,
};
const [first, second] = GOOD.done as [History["done"][number], History["done"][number]];

/** One history a fault that breaks exactly what it is named for. */
const BROKEN: [invariant: number, change: Partial<History>][] = [
  [0, { acks: [...GOOD.acks, { key: "a", version: 3 }] }],
  [0, { dead: GOOD.dead.slice(0, 1) }],
  [1, { done: [first, second, second] }],
  [1, { dead: [...GOOD.dead, { group: "g", event_id: "2", reason: "failed" }] }],
  [2, { done: [second, first] }],
  [2, { done: [second] }],
  [3, { done: [...GOOD.done, { ...first, event_id: "9", key: "z" }] }],
  [4, { ledger: GOOD.ledger.slice(1) }],
  [
    4,
    { ledger: [...GOOD.ledger, { group: "g", event_id: "1", amount: 5 }, { group: "g", event_id: "1", amount: -5 }] },
  ],
  [5, { done: [first, { ...second, seen_tenant: "u" }] }],
  [6, { lagBackMs: null }],
  [6, { lagBackMs: 30_001 }],
  [7, { slots: [...GOOD.slots, { job: "j", slot: "3", runs: 2 }] }],
  [7, { slots: [...GOOD.slots, { job: "j", slot: "3", runs: 0 }] }],
  [8, { dead: [{ group: "g", event_id: "4", reason: "failed" }, ...GOOD.dead.slice(0, 1)] }],
];

describe("the checker of histories", () => {
  it("finds nothing in a good one", () => {
    expect(checkHistory(GOOD)).toEqual([]);
  });

  it.each(BROKEN)("sees invariant %i broken (case %#)", (at, change) => {
    const name = INVARIANTS[at]?.name ?? "";
    expect(checkHistory({ ...GOOD, ...change })).toEqual(expect.arrayContaining([expect.stringContaining(name)]));
  });

  it("is shown every invariant broken", () => {
    expect(new Set(BROKEN.map(([at]) => at)).size).toBe(INVARIANTS.length);
  });
});
