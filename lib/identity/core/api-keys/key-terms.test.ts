import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KEY_SCOPES, ROLES, roleMay } from "../../policy";
import { endOfKey, hasEnded, MAX_OVERLAP_HOURS, planRotation, scopesBeyond } from "./key-terms";

const NOW = new Date("2026-11-25T12:00:00Z");
const date = (iso: string) => new Date(iso);

describe("endOfKey", () => {
  it("is a year away unless said", () => {
    expect(endOfKey(NOW, undefined)).toEqual({ ok: true, end: date("2027-11-25T12:00:00Z") });
  });

  it.each([
    ["2026-11-25T12:00:01Z", { ok: true, end: date("2026-11-25T12:00:01Z") }],
    ["2028-11-25T12:00:00Z", { ok: true, end: date("2028-11-25T12:00:00Z") }],
    ["2028-11-25T12:00:01Z", { ok: false, code: "too_late" }],
    ["2026-11-25T12:00:00Z", { ok: false, code: "past" }],
    ["2020-01-01T00:00:00Z", { ok: false, code: "past" }],
  ])("%s", (wanted, end) => {
    expect(endOfKey(NOW, date(wanted))).toEqual(end);
  });
});

describe("scopesBeyond", () => {
  it("names exactly what the role may not do itself", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.subarray([...KEY_SCOPES]), (role, scopes) => {
        const beyond = scopesBeyond(role, scopes);
        for (const scope of scopes) expect(beyond.includes(scope)).toBe(!roleMay(role, scope));
      }),
    );
  });

  it("finds something beyond a client, and nothing beyond an owner", () => {
    expect(scopesBeyond("client", ["portal:write", "treasury:read"])).toEqual(["treasury:read"]);
    expect(scopesBeyond("owner", ["treasury:write", "billing:write"])).toEqual([]);
    expect(scopesBeyond(null, ["machines:read"])).toEqual(["machines:read"]);
  });
});

describe("hasEnded", () => {
  it.each([
    [null, null, false],
    ["2026-11-25T12:00:01Z", null, false],
    ["2026-11-25T12:00:00Z", null, true],
    [null, "2026-11-25T12:00:00Z", true],
    [null, "2026-11-25T12:00:01Z", false],
    ["2027-11-25T12:00:00Z", "2026-11-01T00:00:00Z", true],
  ])("ends %s, revoked %s: %s", (expires, revoked, ended) => {
    const key = {
      expiresAt: expires ? date(expires) : null,
      revokedAt: revoked ? date(revoked) : null,
    };
    expect(hasEnded(key, NOW)).toBe(ended);
  });
});

describe("planRotation", () => {
  const old = { expiresAt: date("2027-01-25T12:00:00Z"), revokedAt: null };

  it("gives the old key the overlap", () => {
    expect(planRotation(old, 24, NOW)).toEqual({
      oldEnd: date("2026-11-26T12:00:00Z"),
      revokeOld: false,
    });
  });

  it("without an overlap revokes the old one", () => {
    expect(planRotation(old, 0, NOW)).toMatchObject({ oldEnd: NOW, revokeOld: true });
  });

  it("gives a key without an end the overlap, too", () => {
    expect(planRotation({ ...old, expiresAt: null }, 1, NOW)).toMatchObject({
      oldEnd: date("2026-11-25T13:00:00Z"),
    });
  });

  it("never lengthens the old key's life", () => {
    const hour = 3_600_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: MAX_OVERLAP_HOURS }),
        fc.integer({ min: 1, max: 30_000 }),
        (overlap, left) => {
          const expiresAt = new Date(NOW.getTime() + left * hour);
          const { oldEnd } = planRotation({ expiresAt, revokedAt: null }, overlap, NOW);
          expect(oldEnd <= expiresAt).toBe(true);
          expect(oldEnd.getTime()).toBeLessThanOrEqual(NOW.getTime() + overlap * hour);
        },
      ),
    );
  });
});
