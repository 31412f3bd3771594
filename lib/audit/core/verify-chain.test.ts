import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChainFault } from "./chain-fault";
import type { Checkpoint } from "./checkpoint";
import { extendChains } from "./extend-chains";
import type { ChainRow, LogEntry } from "./log-entry";
import {
  endVerification,
  isDecided,
  startVerification,
  type Tools,
  type Verification,
  verifyChain,
  verifyRows,
} from "./verify-chain";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const CHAIN = "6f0d1a52-2c0a-4d5e-9b53-3a1f0f3f7c11";
/** As if signed, where the signature says so. */
const tools: Tools = { sha256, isSigned: ({ signature }) => signature === "ours" };

const entry = (id: number, tenantId: string | null = CHAIN): LogEntry => ({
  id: String(id),
  at: "2026-11-25T08:30:00.000Z",
  tenantId,
  actorKind: "person",
  actorId: "a",
  requestId: `r${id}`,
  useCase: "test.thing.change",
  entity: "thing",
  entityId: `t${id}`,
  before: null,
  after: `{"value": ${id}}`,
});

function chain(entries: readonly LogEntry[]): ChainRow[] {
  const byId = new Map(entries.map((one) => [one.id, one]));
  return extendChains(new Map(), entries, sha256).map(({ seq, auditId, prevHash, hash }) => ({
    seq,
    auditId,
    prevHash,
    hash,
    entry: byId.get(auditId) ?? null,
  }));
}
const whole = (length = 9): ChainRow[] => chain(Array.from({ length }, (_, index) => entry(101 + index)));

const signed = (rows: readonly ChainRow[], seq: number, change: Partial<Checkpoint> = {}): Checkpoint => ({
  chain: CHAIN,
  seq,
  hash: rows[seq - 1]?.hash ?? "",
  day: "2026-11-25",
  signed_at: "2026-11-25T00:10:00.000Z",
  public_key: "",
  signature: "ours",
  ...change,
});

const renumbered = (rows: readonly ChainRow[]) => rows.map((row, index) => ({ ...row, seq: index + 1 }));
const at = (rows: readonly ChainRow[], seq: number): ChainRow => {
  const row = rows[seq - 1];
  if (!row) throw new Error(`no row ${seq}`);
  return row;
};
const changed = (rows: readonly ChainRow[], seq: number, change: (row: ChainRow) => Partial<ChainRow>) =>
  rows.map((row) => (row.seq === seq ? { ...row, ...change(row) } : row));
const edited = (row: ChainRow, change: Partial<LogEntry>): Partial<ChainRow> => ({
  entry: row.entry && { ...row.entry, ...change },
});
const swapped = (rows: readonly ChainRow[], one: number, other: number) =>
  rows
    .map((row) => (row.seq === one ? { ...row, seq: other } : row.seq === other ? { ...row, seq: one } : row))
    .sort((a, b) => a.seq - b.seq);

const verdict = (rows: readonly ChainRow[], checkpoints: readonly Checkpoint[] = []) =>
  verifyChain(CHAIN, rows, checkpoints, tools);

/** How far it has come after rows that are read `size` at a time, until it is decided. */
function read(rows: readonly ChainRow[], checkpoints: readonly Checkpoint[], size: number): Verification {
  let state = startVerification(CHAIN, checkpoints);
  for (let from = 0; from < rows.length && !isDecided(state); from += size)
    state = verifyRows(state, rows.slice(from, from + size), tools);
  return state;
}

describe("S22 audit chain › a chain that nobody touched", () => {
  it.each([0, 1, 9])("of %i entries is whole", (length) => {
    const rows = whole(length);
    expect(verdict(rows, length > 0 ? [signed(rows, 1), signed(rows, length)] : [])).toBeNull();
  });

  it("is whole in whatever pages it is read", () => {
    const rows = whole(40);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1 }), (sizes) => {
        let state = startVerification(CHAIN, [signed(rows, 17)]);
        let read = 0;
        for (let page = 0; read < rows.length; page++) {
          const size = sizes[page % sizes.length] ?? 1;
          state = verifyRows(state, rows.slice(read, read + size), tools);
          read += size;
        }
        expect(endVerification(state, tools)).toBeNull();
        expect(state.entries).toBe(rows.length);
      }),
      { numRuns: 50 },
    );
  });

  it("is whole in whatever order its checkpoints come", () => {
    const rows = whole();
    const numbers = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    fc.assert(
      fc.property(numbers, (some) => {
        const checkpoints = some.map((seq) => signed(rows, seq));
        expect(verdict(rows, checkpoints)).toBeNull();
      }),
    );
  });

  it("keeps no more hashes than it needs, however long it is", () => {
    const rows = whole(2_050);
    const { recent, next, prev } = verifyRows(startVerification(CHAIN, []), rows, tools);
    expect(recent).toEqual(rows.slice(-2_000).map(({ hash }) => hash));
    expect([next, prev]).toEqual([2_051, at(rows, 2_050).hash]);
  });
});

describe("S22 audit chain › what was done to a chain", () => {
  const rows = whole();
  const planted = entry(999);
  const plantedAt = (seq: number) => {
    const before = chain([...rows.slice(0, seq - 1).flatMap((row) => row.entry ?? []), planted]);
    return at(before, seq);
  };
  const foreign = entry(555, null);
  const rebuilt = chain(rows.flatMap((row) => (row.seq === 4 ? [] : (row.entry ?? []))));

  it.each<[string, ChainRow[], Checkpoint[], ChainFault]>([
    [
      "an entry was edited",
      changed(rows, 4, (row) => edited(row, { after: '{"value": 0}' })),
      [],
      { seq: 4, reason: "edited" },
    ],
    [
      "the last entry was edited",
      changed(rows, 9, (row) => edited(row, { actorId: "b" })),
      [],
      { seq: 9, reason: "edited" },
    ],
    [
      "an entry was given to another company",
      changed(rows, 4, (row) => edited(row, { tenantId: null })),
      [],
      { seq: 4, reason: "inserted" },
    ],
    ["a link's hash was edited", changed(rows, 4, () => ({ hash: "f".repeat(64) })), [], { seq: 4, reason: "edited" }],
    [
      "a link's hash before was edited",
      changed(rows, 4, () => ({ prevHash: "f".repeat(64) })),
      [],
      { seq: 4, reason: "edited" },
    ],
    [
      "two entries were edited: the first is named",
      changed(
        changed(rows, 7, (row) => edited(row, { actorId: "b" })),
        3,
        (row) => edited(row, { actorId: "b" }),
      ),
      [],
      { seq: 3, reason: "edited" },
    ],
    ["an entry was deleted from the log", changed(rows, 4, () => ({ entry: null })), [], { seq: 4, reason: "missing" }],
    ["a link was deleted", rows.filter(({ seq }) => seq !== 4), [], { seq: 4, reason: "missing" }],
    [
      "the numbers leave one out, as if there had been another",
      rows.map((row) => (row.seq < 4 ? row : { ...row, seq: row.seq + 1 })),
      [],
      { seq: 4, reason: "missing" },
    ],
    ["the first link was deleted", rows.slice(1), [], { seq: 1, reason: "missing" }],
    [
      "a link was deleted and the gap closed",
      renumbered(rows.filter(({ seq }) => seq !== 4)),
      [],
      { seq: 4, reason: "missing" },
    ],
    [
      "three were deleted and the gap closed",
      renumbered(rows.filter(({ seq }) => seq < 3 || seq > 5)),
      [],
      { seq: 3, reason: "missing" },
    ],
    ["the first was deleted and the gap closed", renumbered(rows.slice(1)), [], { seq: 1, reason: "missing" }],
    ["two links changed places", swapped(rows, 4, 5), [], { seq: 4, reason: "reordered" }],
    ["two links far apart changed places", swapped(rows, 2, 8), [], { seq: 2, reason: "reordered" }],
    [
      "two entries changed places under their links",
      changed(
        changed(rows, 4, () => ({ entry: at(rows, 6).entry })),
        6,
        () => ({ entry: at(rows, 4).entry }),
      ),
      [],
      { seq: 4, reason: "reordered" },
    ],
    [
      "one was moved to the end",
      renumbered([...rows.filter(({ seq }) => seq !== 4), at(rows, 4)]),
      [],
      { seq: 4, reason: "reordered" },
    ],
    [
      "one was put between with a hash that fits",
      renumbered([...rows.slice(0, 3), plantedAt(4), ...rows.slice(3)]),
      [],
      { seq: 4, reason: "inserted" },
    ],
    [
      "one was put in front with a hash that fits",
      renumbered([plantedAt(1), ...rows]),
      [],
      { seq: 1, reason: "inserted" },
    ],
    [
      "one was put between with made-up hashes",
      renumbered([
        ...rows.slice(0, 3),
        { seq: 4, auditId: "999", prevHash: "a".repeat(64), hash: "b".repeat(64), entry: planted },
        ...rows.slice(3),
      ]),
      [],
      { seq: 4, reason: "inserted" },
    ],
    [
      "one was put between that refers to the right one, with a made-up hash",
      renumbered([...rows.slice(0, 3), { ...plantedAt(4), hash: "b".repeat(64) }, ...rows.slice(3)]),
      [],
      { seq: 4, reason: "inserted" },
    ],
    [
      "one was put between without a number of its own",
      [...rows.slice(0, 4), { ...plantedAt(4), seq: 4 }, ...rows.slice(4)],
      [],
      { seq: 4, reason: "inserted" },
    ],
    [
      "one was put at the end with made-up hashes",
      [...rows, { seq: 10, auditId: "999", prevHash: "a".repeat(64), hash: "b".repeat(64), entry: planted }],
      [],
      { seq: 10, reason: "inserted" },
    ],
    [
      "another chain's entry stands in it",
      changed(rows, 4, () => ({ entry: foreign, auditId: foreign.id })),
      [],
      { seq: 4, reason: "inserted" },
    ],
    ["the tail was cut behind a checkpoint's back", rows.slice(0, 6), [signed(rows, 8)], { seq: 7, reason: "cut" }],
    ["all was cut", [], [signed(rows, 8)], { seq: 1, reason: "cut" }],
    ["the chain was built anew without an entry", rebuilt, [signed(rows, 6)], { seq: 6, reason: "rewritten" }],
    [
      "it was built anew and signed with another key",
      rebuilt,
      [signed(rebuilt, 6, { signature: "theirs" })],
      { seq: 6, reason: "signature" },
    ],
    [
      "a checkpoint beyond the end was forged",
      rows,
      [signed(rows, 9, { seq: 12, signature: "theirs" })],
      { seq: 12, reason: "signature" },
    ],
    [
      "the second place still knows the true end",
      rows.slice(0, 6),
      [signed(rows, 5), signed(rows, 9)],
      { seq: 7, reason: "cut" },
    ],
  ])("%s", (_, found, checkpoints, fault) => {
    expect(verdict(found, checkpoints)).toEqual(fault);
    for (const size of [1, 2, 3, 5]) expect(endVerification(read(found, checkpoints, size), tools)).toEqual(fault);
  });

  it("a cut tail shows by nothing but a checkpoint", () => {
    expect(verdict(rows.slice(0, 6))).toBeNull();
  });

  it("another chain's checkpoint says nothing of this one", () => {
    expect(verdict(rows, [signed(rows, 9, { chain: "platform", seq: 40 })])).toBeNull();
  });

  it("any edit of any field of any entry is found at its number", () => {
    const field = fc.constantFrom(
      "id",
      "at",
      "actorKind",
      "actorId",
      "requestId",
      "useCase",
      "entity",
      "entityId",
      "before",
      "after",
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), field, (seq, name) => {
        const found = changed(rows, seq, (row) =>
          edited(row, { [name]: name === "before" || name === "after" ? '"x"' : "x" }),
        );
        expect(verdict(found)).toEqual({ seq, reason: "edited" });
      }),
    );
  });
});

describe("S22 audit chain › when enough was read", () => {
  const rows = whole();
  const madeUp: ChainRow = {
    seq: 4,
    auditId: "999",
    prevHash: "a".repeat(64),
    hash: "b".repeat(64),
    entry: entry(999),
  };

  it.each<[string, ChainRow[], Checkpoint[], boolean]>([
    ["nothing was found", rows, [], false],
    ["a number is missing", rows.slice(1), [], true],
    ["a checkpoint says something else", rows, [signed(rows, 3, { hash: "f".repeat(64) })], true],
    ["a stranger is found whom nobody behind it knows", [...rows.slice(0, 3), madeUp], [], false],
    ["a stranger refers to an earlier one", [...rows.slice(0, 3), { ...madeUp, prevHash: at(rows, 1).hash }], [], true],
    ["the row behind a stranger tells", [...rows.slice(0, 3), madeUp, { ...at(rows, 4), seq: 5 }], [], true],
  ])("%s: %#", (_, found, checkpoints, decided) => {
    expect(isDecided(read(found, checkpoints, 1))).toBe(decided);
    expect(isDecided(read(found, checkpoints, 9))).toBe(decided);
  });
});
