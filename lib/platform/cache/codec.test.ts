import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode, Unstorable } from "./codec";

class Money {
  amount = 1;
}

describe("encode and decode", () => {
  test("plain data and dates come back as they were", () => {
    const leaf = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.boolean(),
      fc.constant(null),
      fc.date({ noInvalidDate: true }),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.string(), tie("tree"), { maxKeys: 4 }),
      ),
    }));
    const isOurs = (value: unknown): boolean =>
      typeof value === "object" &&
      value !== null &&
      (Object.hasOwn(value, "$date") || Object.values(value).some(isOurs));
    fc.assert(
      fc.property(tree, (value) => {
        fc.pre(!isOurs(value));
        expect(decode(encode(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test("a field that isn't there stays away", () => {
    expect(decode(encode({ a: 1, b: undefined }))).toEqual({ a: 1 });
  });

  test.each([
    ["not a number", Number.NaN],
    ["infinity", [Number.POSITIVE_INFINITY]],
    ["no date", { at: new Date(Number.NaN) }],
    ["a big integer", { sats: 1n }],
    ["a map", { all: new Map() }],
    ["an object of a class", new Money()],
    ["a function", { load: () => 1 }],
    ["a hole in a list", [undefined]],
    ["nothing", undefined],
    ["what looks like our date", { $date: 1 }],
  ])("%s is refused, not changed", (_, value) => {
    expect(() => encode(value)).toThrow(Unstorable);
  });
});
