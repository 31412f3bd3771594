import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, jsonDiff } from "./json-diff";

describe("jsonDiff", () => {
  it.each<[string, unknown, unknown, Change[]]>([
    ["nothing", { a: 1 }, { a: 1 }, []],
    [
      "a member of each kind",
      { name: "A", old: 1, same: [1] },
      { name: "B", same: [1], fresh: null },
      [
        { kind: "changed", path: "/name", before: "A", after: "B" },
        { kind: "removed", path: "/old", before: 1 },
        { kind: "added", path: "/fresh", after: null },
      ],
    ],
    [
      "deep inside, and in a list",
      { site: { roles: ["a", "b"] } },
      { site: { roles: ["a", "c", "d"] } },
      [
        { kind: "changed", path: "/site/roles/1", before: "b", after: "c" },
        { kind: "added", path: "/site/roles/2", after: "d" },
      ],
    ],
    [
      "a record that came",
      undefined,
      { a: 1, b: { c: 2 } },
      [
        { kind: "added", path: "/a", after: 1 },
        { kind: "added", path: "/b", after: { c: 2 } },
      ],
    ],
    ["a record that went", { a: 1 }, undefined, [{ kind: "removed", path: "/a", before: 1 }]],
    ["a word that came", undefined, "a", [{ kind: "added", path: "", after: "a" }]],
    [
      "another kind of value",
      { a: [1] },
      { a: { "0": 1 } },
      [{ kind: "changed", path: "/a", before: [1], after: { "0": 1 } }],
    ],
    ["null for nothing", null, { a: 1 }, [{ kind: "changed", path: "", before: null, after: { a: 1 } }]],
    [
      "names that a pointer must escape",
      { "a/b": 1, "~": 1, "~1": 1 },
      { "a/b": 2, "~": 2, "~1": 2 },
      [
        { kind: "changed", path: "/a~1b", before: 1, after: 2 },
        { kind: "changed", path: "/~0", before: 1, after: 2 },
        { kind: "changed", path: "/~01", before: 1, after: 2 },
      ],
    ],
    ["a member called as what every object has", {}, { toString: 1 }, [{ kind: "added", path: "/toString", after: 1 }]],
  ])("tells %s", (_, before, after, changes) => {
    expect(jsonDiff(before, after)).toEqual(changes);
  });

  it("says nothing exactly where nothing differs, and the other way round the other way round", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (one, other) => {
        const changes = jsonDiff(one, other);
        // A list's hole can't be in JSON, so equal text is equal value up to the order of members.
        expect(changes.length === 0).toBe(sorted(one) === sorted(other));
        expect(jsonDiff(other, one)).toHaveLength(changes.length);
        expect(jsonDiff(one, one)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
