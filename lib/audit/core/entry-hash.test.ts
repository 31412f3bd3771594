import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalEntry, canonicalJson, entryHash } from "./entry-hash";
import { type LogEntry, NO_HASH } from "./log-entry";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const TENANT = "6f0d1a52-2c0a-4d5e-9b53-3a1f0f3f7c11";
const entry = (change: Partial<LogEntry> = {}): LogEntry => ({
  id: "17",
  at: "2026-11-25T08:30:00.125Z",
  tenantId: TENANT,
  actorKind: "person",
  actorId: "a",
  requestId: "r",
  useCase: "identity.member.change",
  entity: "member",
  entityId: "m",
  before: '{"role": "guest"}',
  after: '{"role": "client"}',
  ...change,
});

describe("S22 audit chain › the text that is hashed", () => {
  it("is RFC 8785: members by UTF-16 code units, numbers as ECMAScript writes them, no blanks", () => {
    // RFC 8785, 3.2.3 and 3.2.2.
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "CR",
      "\ufb33": "Dalet",
      "1": "One",
      "\ud83d\ude00": "Smile",
      "\u0080": "C",
      "\u00f6": "o",
    };
    expect(Object.keys(JSON.parse(canonicalJson(sample)))).toHaveLength(7);
    expect(canonicalJson(sample)).toBe(
      '{"\\r":"CR","1":"One","\u0080":"C","\u00f6":"o","\u20ac":"Euro Sign","\ud83d\ude00":"Smile","\ufb33":"Dalet"}',
    );
    expect(
      canonicalJson({
        numbers: JSON.parse("[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]"),
        s: '\u20ac$\u000f\nA\'B"\\"/',
      }),
    ).toBe('{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"s":"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"}');
  });

  it.each([undefined, () => 1, Symbol("x")])("is none for what JSON doesn't have: %s", (value) => {
    expect(() => canonicalJson(value)).toThrow("This value has no JSON.");
  });

  it("says everything of the entry and its place", () => {
    expect(canonicalEntry(TENANT, 3, entry({ before: null }))).toBe(
      `{"actor_id":"a","actor_kind":"person","after":{"role":"client"},"at":"2026-11-25T08:30:00.125Z","chain":"${TENANT}",` +
        `"entity":"member","entity_id":"m","id":"17","request_id":"r","seq":3,"tenant_id":"${TENANT}","use_case":"identity.member.change"}`,
    );
  });
});

describe("S22 audit chain › the hash", () => {
  const of = (change: Partial<LogEntry>, seq = 3, prev = NO_HASH, chain = TENANT) =>
    entryHash(sha256, prev, chain, seq, entry(change));

  it("is that of the hash before and the canonical entry", () => {
    expect(of({})).toBe(sha256(NO_HASH + canonicalEntry(TENANT, 3, entry())));
  });

  it.each<[string, Partial<LogEntry>]>([
    ["id", { id: "18" }],
    ["time", { at: "2026-11-25T08:30:00.126Z" }],
    ["tenant", { tenantId: null }],
    ["kind of actor", { actorKind: "program" }],
    ["actor", { actorId: "b" }],
    ["request", { requestId: "s" }],
    ["use case", { useCase: "identity.member.add" }],
    ["entity", { entity: "key" }],
    ["entity's id", { entityId: "n" }],
    ["before", { before: null }],
    ["after", { after: '{"role": "owner"}' }],
    ["JSON's null for nothing", { after: "null" }],
    ["the twentieth digit", { after: '{"role": 12345678901234567891}' }],
    ["composed for decomposed", { entityId: "\u0065\u0301" }],
  ])("changes with the %s", (_, change) => {
    expect(of(change)).not.toBe(of({ ...(change.entityId ? { entityId: "\u00e9" } : {}) }));
  });

  it("holds at one place only", () => {
    expect(new Set([of({}), of({}, 4), of({}, 3, "1".repeat(64)), of({}, 3, NO_HASH, "platform")]).size).toBe(4);
  });

  it("can't be kept by moving characters from one field into the next, or into the hash before", () => {
    expect(of({ entity: "memberm", entityId: "" })).not.toBe(of({}));
    expect(of({ entity: "mem", entityId: "berm" })).not.toBe(of({}));
    expect(of({ actorId: 'a","after":{}', after: null })).not.toBe(of({ after: "{}" }));
  });

  it("is one for JSON that means the same, whatever order Postgres keeps it in", () => {
    const value = fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(fc.string(), fc.integer(), fc.boolean()), {
      maxKeys: 5,
    });
    fc.assert(
      fc.property(value, (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(of({ after: JSON.stringify(record) })).toBe(of({ after: JSON.stringify(turned, null, 1) }));
      }),
    );
  });
});
