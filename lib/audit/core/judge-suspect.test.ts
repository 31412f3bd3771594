import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { extendChains } from "./extend-chains";
import { settle, suspect, witness } from "./judge-suspect";
import type { ChainRow, LogEntry } from "./log-entry";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const CHAIN = "6f0d1a52-2c0a-4d5e-9b53-3a1f0f3f7c11";

const entries = Array.from(
  { length: 1_004 },
  (_, index): LogEntry => ({
    id: String(index + 1),
    at: "2026-11-25T08:30:00.000Z",
    tenantId: CHAIN,
    actorKind: "person",
    actorId: "a",
    requestId: "r",
    useCase: "test.thing.change",
    entity: "thing",
    entityId: String(index + 1),
    before: null,
    after: null,
  }),
);
const rows = extendChains(new Map(), entries, sha256).map(
  (link, index): ChainRow => ({ ...link, entry: entries[index] ?? null }),
);
const row = (seq: number): ChainRow => {
  const found = rows[seq - 1];
  if (!found) throw new Error(`no row ${seq}`);
  return found;
};
const hash = (seq: number) => row(seq).hash;
const STRANGER: ChainRow = { ...row(9), seq: 4, prevHash: "a".repeat(64), hash: "b".repeat(64) };

describe("S22 audit chain › suspect", () => {
  const recent = [hash(1), hash(2), hash(3)];

  it.each<[string, ChainRow, number, boolean]>([
    ["refers to the last one, as it should", { ...row(4), hash: "f".repeat(64) }, 0, false],
    ["refers to the one before: one stands between", { ...row(3), seq: 4 }, 1, true],
    ["refers to the first that is known: two stand between", { ...row(2), seq: 4 }, 2, true],
    ["refers to nothing that is known", STRANGER, 0, false],
  ])("%s", (_, found, between, isSettled) => {
    const suspicion = suspect(found, hash(3), recent);
    expect(suspicion).toEqual({ row: found, prev: hash(3), between, verdict: null, rowsHeard: 0, isSettled });
  });

  it("names the number where those that stand between begin", () => {
    const suspicion = suspect({ ...row(2), seq: 4 }, hash(3), recent);
    expect(settle(suspicion, CHAIN, sha256)).toEqual({ seq: 2, reason: "inserted" });
  });
});

describe("S22 audit chain › a witness", () => {
  const suspicion = suspect(STRANGER, hash(3), [hash(3)]);
  const told = (found: ChainRow, later: ChainRow) =>
    witness(suspect(found, hash(3), [hash(3)]), later, CHAIN, sha256).verdict;

  it("who is the rightful one says that the suspect was put in front", () => {
    expect(told(STRANGER, { ...row(4), seq: 5 })).toBe("inserted");
  });

  it("to whom the suspect refers says that it stands at another's place", () => {
    expect(told({ ...row(8), seq: 4 }, row(7))).toBe("reordered");
  });

  it("with the entry of the suspect's link says that entries changed places", () => {
    expect(told({ ...row(4), entry: row(6).entry }, { ...row(6), entry: row(4).entry })).toBe("reordered");
  });

  it("who has lost the entry, or knows nothing, says nothing", () => {
    expect(told({ ...row(4), entry: row(6).entry }, { ...row(6), entry: null })).toBeNull();
    expect(told(STRANGER, row(7))).toBeNull();
  });

  it("is heard, and after five thousand no more", () => {
    const heard = (rowsHeard: number) => witness({ ...suspicion, rowsHeard }, row(7), CHAIN, sha256);
    expect(heard(0)).toMatchObject({ rowsHeard: 1, isSettled: false });
    expect(heard(4_998)).toMatchObject({ rowsHeard: 4_999, isSettled: false });
    expect(heard(4_999)).toMatchObject({ rowsHeard: 5_000, isSettled: true });
  });

  it("who tells settles it, and is believed over what the suspect looks like", () => {
    // It refers to the right one, which alone would be an edit.
    const found = { ...STRANGER, prevHash: hash(3) };
    const settled = witness(suspect(found, hash(3), [hash(3)]), { ...row(4), seq: 5 }, CHAIN, sha256);
    expect(settled.isSettled).toBe(true);
    expect(settle(settled, CHAIN, sha256)).toEqual({ seq: 4, reason: "inserted" });
  });
});

describe("S22 audit chain › without witnesses", () => {
  const alone = (found: ChainRow) => settle(suspect(found, hash(1), [hash(1)]), CHAIN, sha256);

  it.each<[string, ChainRow, string]>([
    ["one that refers to the right one was edited", { ...row(2), hash: "f".repeat(64) }, "edited"],
    ["one without its entry was edited", { ...row(4), seq: 2, entry: null }, "edited"],
    ["one that is right but for what it refers to was edited", { ...row(2), prevHash: "f".repeat(64) }, "edited"],
    ["one that belongs to the next number: one is missing", { ...row(3), seq: 2 }, "missing"],
    ["one that belongs a thousand numbers on: a thousand are missing", { ...row(1_002), seq: 2 }, "missing"],
    ["one from further on is taken for a stranger", { ...row(1_003), seq: 2 }, "inserted"],
    ["one that fits nowhere is a stranger", { ...STRANGER, seq: 2 }, "inserted"],
  ])("%s", (_, found, reason) => expect(alone(found)).toEqual({ seq: 2, reason }));
});
