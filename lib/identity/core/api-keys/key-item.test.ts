import { describe, expect, it } from "vitest";
import { type KeyRow, keyItem, type Maker } from "./key-item";

const NOW = new Date("2026-11-25T12:00:00Z");
const at = (ms: number) => new Date(NOW.getTime() + ms);
const ADA = "5f1c52be-3f5e-4f0e-8f8e-1f8d3c1d2a11";
const KEY: KeyRow = {
  id: "12345678",
  userId: ADA,
  name: "Site controller",
  scopes: ["machines:read"],
  allowList: ["203.0.113.0/24"],
  createdAt: at(-86_400_000),
  expiresAt: at(1),
  lastUsedAt: at(-60_000),
  revokedAt: null,
  replacedBy: null,
};
const MAKER: Maker = { userId: ADA, name: "Ada", email: "ada@mine.example", hasAccess: true, expiresAt: null };

const item = (key: Partial<KeyRow> = {}, maker: Partial<Maker> = {}) =>
  keyItem({ ...KEY, ...key }, { ...MAKER, ...maker }, 7, NOW);

describe("a key as its company sees it", () => {
  it("has everything but the secret", () => {
    expect(item()).toEqual({
      id: "12345678",
      prefix: "mk_live_12345678_…",
      name: "Site controller",
      scopes: ["machines:read"],
      allow_list: ["203.0.113.0/24"],
      status: "live",
      created_at: "2026-11-24T12:00:00.000Z",
      created_by: { user_id: ADA, name: "Ada", email: "ada@mine.example" },
      expires_at: "2026-11-25T12:00:00.001Z",
      last_used_at: "2026-11-25T11:59:00.000Z",
      revoked_at: null,
      replaced_by: null,
      calls_30_days: 7,
    });
  });

  it("says null of what hasn't happened, and when what has", () => {
    expect(item({ expiresAt: null, lastUsedAt: null })).toMatchObject({ expires_at: null, last_used_at: null });
    expect(item({ revokedAt: NOW, replacedBy: "abcdefgh" })).toMatchObject({
      revoked_at: "2026-11-25T12:00:00.000Z",
      replaced_by: "abcdefgh",
    });
  });
});

it.each<[string, Partial<KeyRow>, Partial<Maker>, string]>([
  ["in its time", {}, {}, "live"],
  ["without an end", { expiresAt: null }, {}, "live"],
  ["that another takes the place of", { replacedBy: "abcdefgh" }, {}, "ending"],
  ["revoked just now", { revokedAt: NOW }, {}, "revoked"],
  ["that will be revoked", { revokedAt: at(1) }, {}, "live"],
  ["that ends now", { expiresAt: NOW }, {}, "expired"],
  ["over and revoked", { expiresAt: at(-1), revokedAt: at(-2) }, {}, "revoked"],
  ["whose maker lost access", {}, { hasAccess: false }, "suspended"],
  ["whose maker's access ends now", {}, { expiresAt: NOW }, "suspended"],
  ["whose maker's access will end", {}, { expiresAt: at(1) }, "live"],
  ["over, whose maker lost access", { expiresAt: at(-1) }, { hasAccess: false }, "expired"],
  ["replaced, whose maker lost access", { replacedBy: "abcdefgh" }, { hasAccess: false }, "suspended"],
])("a key %s: %#", (_, key, maker, status) => {
  expect(item(key, maker).status).toBe(status);
});
