import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownText } from "./shown-text";

const plain = (text: string) => text.replaceAll("\u200b", "");

describe("text that somebody else typed", () => {
  it.each([
    ["Müller & Söhne", "Müller & Söhne"],
    ["深圳市矿业有限公司", "深圳市矿业有限公司"],
    ["Acme Inc.", "Acme Inc."],
    ["👩‍🚀 Space", "👩‍🚀 Space"],
    ["  a \r\n\t b\u2028c  ", "a b c"],
    ["a\0b\u0085c", "a b c"],
    ["exe\u202egnp.\u200b\ufeff", "exegnp."],
    ["http\n\u202e\nhttp", "http http"],
    ["\ud800", "\ufffd"],
    ["\u200b\n", "…"],
    ["", "…"],
  ])("%j is shown as %j", (typed, shown) => expect(shownText(typed)).toBe(shown));

  it("is cut to 80 characters, whole ones", () => {
    expect(shownText("x".repeat(80))).toBe("x".repeat(80));
    expect(shownText("x".repeat(81))).toBe(`${"x".repeat(79)}…`);
    expect(shownText("😀".repeat(200))).toBe(`${"😀".repeat(79)}…`);
    expect(shownText("abcdef", 4)).toBe("abc…");
  });

  it.each(["https://evil.com/x", "Win at evil.com", "www.evil.com", "call evil@evil.com", "http:evil.com", "EVIL.COM"])(
    "%s is no link, and looks as it was typed",
    (typed) => {
      expect(shownText(typed)).not.toMatch(/https?:\/|:\/\/|\w[.@]\w/i);
      expect(plain(shownText(typed))).toBe(typed);
    },
  );

  it("is one short line without links, and the same when shown again", () => {
    const pieces = fc.constantFrom(
      "http",
      "://",
      "evil",
      ".",
      "com",
      "@",
      "\n",
      "\u202e",
      "\u200b",
      " ",
      "/",
      "…",
      "😀",
    );
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 120 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const shown = shownText(text);
        expect([...plain(shown)].length).toBeLessThanOrEqual(80);
        expect(shown).not.toMatch(/[\r\n\u2028\u202e]|:\/\/|\w[.@]\w/);
        expect(shown).not.toBe("");
        expect(shownText(shown)).toBe(shown);
      }),
    );
  });
});
