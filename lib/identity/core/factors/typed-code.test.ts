import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRecoveryCode, readTypedCode } from "./typed-code";

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe("readTypedCode", () => {
  it.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["123-456", "123456"],
    ["１２３４５６", "123456"],
  ])("reads %j as a code of the app", (text, code) => expect(readTypedCode(text)).toEqual({ kind: "totp", code }));

  it.each([
    ["ABCD-EFGH-JKMN-PQRS", "ABCDEFGHJKMNPQRS"],
    ["abcd efgh jkmn pqrs", "ABCDEFGHJKMNPQRS"],
    ["abcd–efgh—jkmn−pqrs", "ABCDEFGHJKMNPQRS"],
    ["oOoO-iIlL-2345-6789", "0000111123456789"],
  ])("reads %j as a recovery code", (text, code) => expect(readTypedCode(text)).toEqual({ kind: "recovery", code }));

  it.each(["", "12345", "1234567", "12345a", "ABCD-EFGH-JKMN", "UBCD-EFGH-JKMN-PQRS", "ABCDEFGHJKMNPQRS7", "١٢٣٤٥٦"])(
    "reads nothing in %j",
    (text) => expect(readTypedCode(text)).toBeUndefined(),
  );

  it("reads every recovery code again as it was written", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const shown = formatRecoveryCode(random);
        expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readTypedCode(shown.toLowerCase())).toEqual({ kind: "recovery", code: shown.replaceAll("-", "") });
      }),
    );
  });
});

describe("formatRecoveryCode", () => {
  it("keeps all 80 bits: other bytes, another code", () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 79 }), (random, bit) => {
        const other = random.with(bit >> 3, (random[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
        expect(formatRecoveryCode(other)).not.toBe(formatRecoveryCode(random));
      }),
    );
  });

  it("writes zeros and ones as what they are", () => {
    expect(formatRecoveryCode(new Uint8Array(10))).toBe("0000-0000-0000-0000");
    expect(formatRecoveryCode(new Uint8Array(10).fill(255))).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
  });
});
