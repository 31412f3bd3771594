import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatApiKey, keyPrefix, newKeyId, parseApiKey } from "./api-key-format";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const id = fc.array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 }).map((letters) => letters.join(""));
const secretBytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe("an API key", () => {
  it("looks as leak scanners know it", () => {
    const { key, secret } = formatApiKey("0aB3dE6g", new Uint8Array(32).fill(255));
    expect(key).toMatch(/^mk_live_0aB3dE6g_[0-9A-Za-z]{49}$/);
    expect(secret).toHaveLength(43);
  });

  it("ends with the CRC-32 of its id and secret", () => {
    // As zlib.crc32 of Python gives it for the id and 43 zeros, in base62.
    const { key } = formatApiKey("12345678", new Uint8Array(32));
    expect(key).toBe(`mk_live_12345678_${"0".repeat(43)}3tJL46`);
  });

  it("comes apart into what it was made of", () => {
    fc.assert(
      fc.property(id, secretBytes, (keyId, bytes) => {
        const { key, secret } = formatApiKey(keyId, bytes);
        expect(parseApiKey(key)).toEqual({ id: keyId, secret });
        expect(key.startsWith(`${keyPrefix(keyId)}_`)).toBe(true);
      }),
    );
  });

  it("with one letter mistyped is none", () => {
    fc.assert(
      fc.property(id, secretBytes, fc.nat(), fc.constantFrom(...ALPHABET), (keyId, bytes, where, letter) => {
        const { key } = formatApiKey(keyId, bytes);
        const open = "mk_live_".length;
        const at = open + (where % (key.length - open));
        const mistyped = key.slice(0, at) + letter + key.slice(at + 1);
        fc.pre(mistyped !== key);
        expect(parseApiKey(mistyped)).toBeUndefined();
      }),
    );
  });

  it.each([
    ["in front", (key: string) => `x${key}`],
    ["behind", (key: string) => `${key}x`],
    ["around, as in a sentence", (key: string) => `key: ${key}.`],
  ])("with something %s is none", (_, written) => {
    const { key } = formatApiKey("12345678", new Uint8Array(32).fill(7));
    expect(parseApiKey(key)).toBeDefined();
    expect(parseApiKey(written(key))).toBeUndefined();
  });

  it("of other bytes is another", () => {
    fc.assert(
      fc.property(secretBytes, secretBytes, (one, other) => {
        fc.pre(one.some((byte, index) => byte !== other[index]));
        expect(formatApiKey("12345678", one).secret).not.toBe(formatApiKey("12345678", other).secret);
      }),
    );
  });

  it.each([
    ["", "nothing"],
    ["mk_live_", "the beginning alone"],
    [`mk_test_12345678_${"0".repeat(49)}`, "another kind"],
    [`mk_live_1234567_${"0".repeat(49)}`, "an id too short"],
    [`mk_live_12345678_${"0".repeat(48)}`, "a secret too short"],
    [`mk_live_12345678_${"0".repeat(50)}`, "a secret too long"],
    [`mk_live_1234567-_${"0".repeat(49)}`, "a letter that isn't base62"],
    [`mk_live_12345678_${"0".repeat(49)}\n`, "a line break"],
    [`mk_live_12345678_${"0".repeat(49)}`, "a wrong checksum"],
  ])("%j is none: %s", (text) => {
    expect(parseApiKey(text)).toBeUndefined();
  });
});

describe("newKeyId", () => {
  it("makes eight letters of eight bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        expect(newKeyId(bytes)).toMatch(/^[0-9A-Za-z]{8}$/);
      }),
    );
    expect(newKeyId(new Uint8Array(8))).toBe("00000000");
  });
});
