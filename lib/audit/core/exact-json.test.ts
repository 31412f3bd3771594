import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactJson, readableJson } from "./exact-json";

describe("exactJson", () => {
  it.each([
    ["1", 1],
    ["-7", -7],
    ["0.1", 0.1],
    ["0.0000001", 1e-7],
    ["1000000000000000000000", 1e21],
    ["9007199254740991", 9007199254740991],
    ['"1.0"', "1.0"],
    ['{"a": [1, "2.50", null, true]}', { a: [1, "2.50", null, true] }],
    ['"12345678901234567890 \\" 1.0"', '12345678901234567890 " 1.0'],
  ])("%s is what JavaScript reads", (text, value) => {
    expect(exactJson(text)).toEqual(value);
  });

  it.each([
    "1.0",
    "0.0",
    "0.10",
    "12345678901234567890",
    "9007199254740993",
    "0.10000000000000000001",
    `1${"0".repeat(400)}`,
  ])("%s keeps its digits, which no double does", (digits) => {
    expect(exactJson(`[${digits}]`)).toEqual([`\u0000${digits}`]);
  });

  it("reads what the product writes as it was", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // -0 is the one number that JSON itself doesn't keep.
        const written = JSON.stringify(value);
        fc.pre(!/\de/.test(written.replace(/"(?:[^"\\]|\\.)*"/g, "")));
        expect(exactJson(written)).toEqual(JSON.parse(written));
      }),
      { numRuns: 500 },
    );
  });

  it("gives different values for different numbers, however close", () => {
    const digits = fc.stringMatching(/^(0|[1-9]\d{0,24})(\.\d{1,24})?$/);
    fc.assert(
      fc.property(digits, digits, (one, other) => {
        fc.pre(one !== other);
        expect(exactJson(one)).not.toEqual(exactJson(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it("keeps a member called __proto__", () => {
    expect(Object.keys(exactJson('{"__proto__": {"x": 1}, "a": 2}') as object)).toEqual(["__proto__", "a"]);
  });

  it("reads what is nested ten thousand deep", () => {
    expect(Array.isArray(exactJson("[".repeat(10_000) + "]".repeat(10_000)))).toBe(true);
  });
});

describe("readableJson", () => {
  it("shows people the digits themselves, and all else as it is", () => {
    expect(readableJson('{"watts": 1.0, "id": 12345678901234567890, "n": 7, "text": "1.0"}')).toEqual({
      watts: "1.0",
      id: "12345678901234567890",
      n: 7,
      text: "1.0",
    });
  });
});
