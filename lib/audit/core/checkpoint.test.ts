import { describe, expect, it } from "vitest";
import { Checkpoint, markText } from "./checkpoint";

const MARK: Checkpoint = {
  chain: "6f0d1a52-2c0a-4d5e-9b53-3a1f0f3f7c11",
  seq: 17,
  hash: "0123456789abcdef".repeat(4),
  day: "2026-11-25",
  signed_at: "2026-11-25T00:10:00.000Z",
  public_key: "key",
  signature: "signature",
};

describe("S22 audit chain › a checkpoint, as it is read from outside of the database", () => {
  it.each<[string, Partial<Checkpoint>]>([
    ["of a company", {}],
    ["of the platform", { chain: "platform" }],
    ["at the first number", { seq: 1 }],
  ])("is one %s", (_, change) => {
    expect(Checkpoint.parse({ ...MARK, ...change })).toEqual({ ...MARK, ...change });
  });

  it.each<[string, object]>([
    ["of no chain", { chain: "mine" }],
    ["at number 0", { seq: 0 }],
    ["at half a number", { seq: 1.5 }],
    ["with a hash too short", { hash: "a".repeat(63) }],
    ["with a hash too long", { hash: "a".repeat(65) }],
    ["with a hash in capitals", { hash: "A".repeat(64) }],
    ["with something around its hash", { hash: `x${"a".repeat(64)}` }],
    ["with a line behind its hash", { hash: `${"a".repeat(64)}\n` }],
    ["of no day", { day: "2026-02-30" }],
    ["of a moment for a day", { day: "2026-11-25T00:00:00Z" }],
    ["signed on a day", { signed_at: "2026-11-25" }],
    ["without a signature", { signature: undefined }],
    ["without a key", { public_key: undefined }],
    ["with something more", { note: "believe me" }],
  ])("is none %s", (_, change) => {
    expect(Checkpoint.safeParse({ ...MARK, ...change }).success).toBe(false);
  });
});

it("S22 audit chain › what is signed is the chain, the number, the hash and the day, and nothing else", () => {
  const text = `{"chain":"${MARK.chain}","day":"2026-11-25","hash":"${MARK.hash}","seq":17}`;
  expect(markText(MARK)).toBe(text);
  expect(markText({ ...MARK, signature: "x", public_key: "y" } as Checkpoint)).toBe(text);
});
