import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ApiKeyFacts, isKeyLive } from "./judge-api-key";

const NOW = new Date("2026-11-25T12:00:00Z");
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const LIVE: ApiKeyFacts = {
  key_id: "12345678",
  tenant_id: "t",
  user_id: "u",
  secret_hash: "",
  scopes: ["machines:read"],
  allow_list: [],
  expires_at: at(1),
  revoked_at: null,
  last_used_at: null,
  email: "ada@mine.example",
  role: "admin",
  has_access: true,
  access_expires_at: null,
  tenant_name: "Mine",
  plan: "free",
  tenant_closed_at: null,
};

describe("isKeyLive", () => {
  it.each<[string, Partial<ApiKeyFacts>, boolean]>([
    ["a key in its time", {}, true],
    ["one without an end", { expires_at: null }, true],
    ["one that ends this moment", { expires_at: NOW }, false],
    ["one that is over", { expires_at: at(-1) }, false],
    ["one that was revoked", { revoked_at: at(-1) }, false],
    ["one revoked this moment", { revoked_at: NOW }, false],
    ["one that will be revoked", { revoked_at: at(1) }, true],
    ["one whose maker lost access", { has_access: false }, false],
    ["one whose maker's access ended", { access_expires_at: NOW }, false],
    ["one whose maker's access will end", { access_expires_at: at(1) }, true],
    ["one whose maker's access was over", { access_expires_at: at(-1) }, false],
    ["one of a closed company", { tenant_closed_at: at(-1) }, false],
    ["one of a company that says it will be closed", { tenant_closed_at: at(1) }, false],
  ])("%s: %#", (_what, change, live) => {
    expect(isKeyLive({ ...LIVE, ...change }, NOW)).toBe(live);
  });

  const moment = fc.option(fc.integer({ min: -60, max: 60 }).map(at));
  const facts: fc.Arbitrary<ApiKeyFacts> = fc
    .record({ expires_at: moment, revoked_at: moment, access_expires_at: moment, has_access: fc.boolean() })
    .map((change) => ({ ...LIVE, ...change }));

  it("never lives again, once it has ended", () => {
    fc.assert(
      fc.property(facts, fc.nat(120), (given, later) => {
        expect(isKeyLive(given, at(later)) && !isKeyLive(given, NOW)).toBe(false);
      }),
    );
  });

  it("ends with whichever of its ends comes first, to the millisecond", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { expires_at, revoked_at, access_expires_at } = given;
        const ends = [expires_at, revoked_at, access_expires_at].flatMap((end) => end ?? []);
        const first = new Date(Math.min(...ends.map((end) => end.getTime()), at(1_000).getTime()));
        expect(isKeyLive(given, new Date(first.getTime() - 1))).toBe(given.has_access);
        if (ends.length > 0) expect(isKeyLive(given, first)).toBe(false);
      }),
    );
  });
});
