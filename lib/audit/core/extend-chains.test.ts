import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { entryHash } from "./entry-hash";
import { type ChainEnd, extendChains } from "./extend-chains";
import type { LogEntry } from "./log-entry";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const ZEROS = "0000000000000000000000000000000000000000000000000000000000000000";

const entry = (id: string, tenantId: string | null): LogEntry => ({
  id,
  at: "2026-11-25T08:30:00.000Z",
  tenantId,
  actorKind: "system",
  actorId: "seal",
  requestId: "r",
  useCase: "test.thing.change",
  entity: "thing",
  entityId: id,
  before: null,
  after: null,
});

it("S22 audit chain › numbers each chain on from where it ends, a new one from 1 and from zeros", () => {
  const [a, b, c, d] = [entry("1", "t"), entry("2", null), entry("3", "t"), entry("4", null)];
  const end = "e".repeat(64);
  const ends = new Map<string, ChainEnd>([["t", { seq: 41, hash: end }]]);
  const first = entryHash(sha256, end, "t", 42, a);
  const platform = entryHash(sha256, ZEROS, "platform", 1, b);
  expect(extendChains(ends, [a, b, c, d], sha256)).toEqual([
    { chain: "t", tenantId: "t", seq: 42, auditId: "1", prevHash: end, hash: first },
    { chain: "platform", tenantId: null, seq: 1, auditId: "2", prevHash: ZEROS, hash: platform },
    { chain: "t", tenantId: "t", seq: 43, auditId: "3", prevHash: first, hash: entryHash(sha256, first, "t", 43, c) },
    {
      chain: "platform",
      tenantId: null,
      seq: 2,
      auditId: "4",
      prevHash: platform,
      hash: entryHash(sha256, platform, "platform", 2, d),
    },
  ]);
  // What it was given stays as it was: a caller may try again.
  expect([...ends]).toEqual([["t", { seq: 41, hash: end }]]);
});
