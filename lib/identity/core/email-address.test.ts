import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskEmail, normaliseEmail } from "./email-address";

describe("one address, whatever its spelling", () => {
  it.each([
    ["ada@mine.example", "ada@mine.example"],
    ["Ada@Mine.Example", "ada@mine.example"],
    ["  ada@mine.example\n", "ada@mine.example"],
    ["ａｄａ@ｍｉｎｅ.example", "ada@mine.example"],
    ["ada@mine．example", "ada@mine.example"],
    ["\u212Aim@mine.example", "kim@mine.example"],
    ["ﬁona@mine.example", "fiona@mine.example"],
    ["ada.lovelace+work@sub.mine-site.example", "ada.lovelace+work@sub.mine-site.example"],
    ["#$&'*+/=?^_`{|}~-@mine.example", "#$&'*+/=?^_`{|}~-@mine.example"],
    ["1@2.example", "1@2.example"],
    ["a@b.co", "a@b.co"],
    ["ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"],
    ["ada@example.xn--p1ai", "ada@example.xn--p1ai"],
  ])("%j is %s", (text, address) => expect(normaliseEmail(text)).toBe(address));
});

describe("what is no address", () => {
  it.each([
    ["nothing", ""],
    ["no @", "ada.mine.example"],
    ["nothing before it", "@mine.example"],
    ["nothing behind it", "ada@"],
    ["two of it", "ada@evil.example@mine.example"],
    ["one at the end more", "ada@mine.example@"],
    ["a full-width @", "ada＠mine.example"],
    ["a small @", "ada﹫mine.example"],
    ["a look-alike of @ beside the true one", "ada＠evil.example@mine.example"],
    ["a look-alike of @ behind the true one", "ada@mine.example﹫evil.example"],
    ["a quoted part", '"ada"@mine.example'],
    ["old routing by %", "ada%evil.example@mine.example"],
    ["old routing by !", "evil.example!ada@mine.example"],
    ["a list", "ada@mine.example,bo@mine.example"],
    ["a list of another kind", "ada@mine.example;bo@mine.example"],
    ["a name around it", "Ada <ada@mine.example>"],
    ["a line break within", "ada@mine.example\nbcc:bo@evil.example"],
    ["a blank within", "ada l@mine.example"],
    ["NUL", "ada\u0000@mine.example"],
    ["a mark that shows nothing", "ada\u200b@mine.example"],
    ["letters of another script that look the same", "аda@mine.example"],
    ["a domain of another script", "ada@bücher.example"],
    ["a dot in front", ".ada@mine.example"],
    ["a dot at the end of the name", "ada.@mine.example"],
    ["two dots in the name", "ada..l@mine.example"],
    ["two dots in the domain", "ada@mine..example"],
    ["a dot at the end", "ada@mine.example."],
    ["a dot before the domain", "ada@.mine.example"],
    ["a machine without a domain", "ada@localhost"],
    ["an IP address", "ada@192.0.2.1"],
    ["an IP address in brackets", "ada@[192.0.2.1]"],
    ["a hyphen before a part of the domain", "ada@-mine.example"],
    ["a hyphen behind it", "ada@mine-.example"],
    ["a line in the domain", "ada@mi_ne.example"],
    ["an end of one letter", "ada@mine.e"],
    ["an end that begins with a digit", "ada@mine.1example"],
    ["an end that ends with a hyphen", "ada@mine.example-"],
    ["a comment", "ada(work)@mine.example"],
    ["a backslash", "ada\\@mine.example"],
  ])("%s", (_, text) => expect(normaliseEmail(text)).toBeUndefined());
});

describe("lengths (RFC 5321, 4.5.3.1)", () => {
  const domainOf = (length: number) => `${`${"a".repeat(49)}.`.repeat(5).slice(0, length - 8)}.example`;

  it.each([
    [64, true],
    [65, false],
  ])("%d characters before the @: %s", (length, isOne) => {
    expect(normaliseEmail(`${"a".repeat(length)}@mine.example`) !== undefined).toBe(isOne);
  });

  it.each([
    [63, true],
    [64, false],
  ])("a part of a domain of %d characters: %s", (length, isOne) => {
    expect(normaliseEmail(`ada@${"a".repeat(length)}.example`) !== undefined).toBe(isOne);
    expect(normaliseEmail(`ada@mine.${"a".repeat(length)}`) !== undefined).toBe(isOne);
  });

  it.each([
    [254, true],
    [255, false],
  ])("%d characters in all: %s", (length, isOne) => {
    const address = `${"a".repeat(20)}@${domainOf(length - 21)}`;
    expect(address).toHaveLength(length);
    expect(normaliseEmail(address) !== undefined).toBe(isOne);
    // Blanks around it are no part of it.
    expect(normaliseEmail(`  ${address}  `) !== undefined).toBe(isOne);
  });

  it("counts what it is folded into", () => {
    expect(normaliseEmail(`${"ﬁ".repeat(32)}@mine.example`)).toBe(`${"fi".repeat(32)}@mine.example`);
    expect(normaliseEmail(`${"ﬁ".repeat(33)}@mine.example`)).toBeUndefined();
  });
});

describe("whatever is typed", () => {
  const letter = fc.constantFrom(...'abzABZ019._+-@ ＠ａ．!%"\n');
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.emailAddress(),
    fc
      .tuple(fc.string({ unit: letter, maxLength: 12 }), fc.string({ unit: letter, maxLength: 12 }))
      .map(([a, b]) => `${a}@${b}.example`),
  );

  it("what comes out is one plain address, and comes out of itself again", () => {
    fc.assert(
      fc.property(text, (typed) => {
        const address = normaliseEmail(typed);
        if (address === undefined) return;
        expect(address).toMatch(/^[!-?[-~]+@[a-z0-9.-]+$/);
        expect(address.length).toBeLessThanOrEqual(254);
        expect(normaliseEmail(address)).toBe(address);
        expect(normaliseEmail(address.toUpperCase())).toBe(address);
      }),
      { numRuns: 2_000 },
    );
  });
});

it.each([
  ["ada@mine.example", "a…@mine.example"],
  ["a@mine.example", "a…@mine.example"],
  ["ada.lovelace@mine.example", "a…@mine.example"],
  ["no address", "no address"],
])("%s is shown as %s", (email, shown) => expect(maskEmail(email)).toBe(shown));
