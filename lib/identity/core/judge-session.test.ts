import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ActingRole, ROLES } from "../policy";
import { type DeadReason, judgeSession, type SessionFacts, type SessionVerdict, sessionLimits } from "./judge-session";

const NOW = new Date("2026-11-25T12:00:00Z");
const at = (ms: number) => new Date(NOW.getTime() + ms);
const MINUTE = 60_000;
const HOUR = 3_600_000;

const OPERATOR: SessionFacts = {
  session_id: "s",
  user_id: "u",
  tenant_id: "t",
  amr: ["pwd"],
  created_at: at(-HOUR),
  last_seen_at: at(-MINUTE),
  proved_at: at(-HOUR),
  expires_at: at(HOUR),
  revoked_at: null,
  support_access_id: null,
  email: "ada@mine.example",
  name: "Ada",
  locale: "en",
  email_verified_at: at(-HOUR),
  platform_admin: false,
  is_demo: false,
  has_second_factor: false,
  role: "operator",
  has_access: true,
  access_expires_at: null,
  tenant_name: "Quiet Mine",
  plan: "free",
  tenant_closed_at: null,
  support_expires_at: null,
  support_ended_at: null,
};
/** Nobody without a company: neither role nor access to say anything of. */
const NOWHERE: Partial<SessionFacts> = { tenant_id: null, role: null, has_access: null, tenant_name: null };
const PLATFORM: Partial<SessionFacts> = { ...NOWHERE, platform_admin: true, has_second_factor: true };
const SUPPORT: Partial<SessionFacts> = {
  ...PLATFORM,
  tenant_id: "t",
  support_access_id: "a",
  support_expires_at: at(1),
};

const judge = (change: Partial<SessionFacts> = {}, now = NOW): SessionVerdict =>
  judgeSession({ ...OPERATOR, ...change }, now);
const reasonOf = (verdict: SessionVerdict) => (verdict.live ? undefined : verdict.reason);

describe("a session that is live", () => {
  it.each<[string, Partial<SessionFacts>, ActingRole | null, string | null]>([
    ["of a member", {}, "operator", "t"],
    ["of an owner", { role: "owner" }, "owner", "t"],
    ["of a guest", { role: "guest" }, "guest", "t"],
    ["of somebody without a company", NOWHERE, null, null],
    ["of the platform's administrator", PLATFORM, "platform_admin", null],
    ["of the platform's administrator, who is in a company too", { platform_admin: true }, "platform_admin", null],
    ["of the platform's administrator who looks into a company", SUPPORT, "support", "t"],
  ])("is one %s", (_, change, role, tenantId) => {
    expect(judge(change)).toMatchObject({ live: true, role, tenantId });
  });

  it("says nothing but who, where, whether a factor is due, and until when the proof is fresh", () => {
    expect(judge()).toEqual({
      live: true,
      role: "operator",
      tenantId: "t",
      mustEnrol: false,
      freshUntil: new Date("2026-11-25T11:10:00Z"),
    });
  });
});

describe("a session that is dead", () => {
  it.each<[string, Partial<SessionFacts>, DeadReason]>([
    ["was ended", { revoked_at: at(-1) }, "revoked"],
    ["was ended just now", { revoked_at: NOW }, "revoked"],
    ["has come to its end", { expires_at: NOW }, "expired"],
    ["is long over", { expires_at: at(-HOUR) }, "expired"],
    ["is of somebody whose access was taken", { has_access: false }, "no_access"],
    ["is of somebody who never had access here", { has_access: null, role: null }, "no_access"],
    ["is of somebody without a role", { role: null }, "no_access"],
    ["is of somebody whose access ends now", { access_expires_at: NOW }, "access_expired"],
    ["is of somebody whose access was over", { access_expires_at: at(-1) }, "access_expired"],
    ["is of a company that was closed", { tenant_closed_at: at(-1) }, "tenant_closed"],
    ["was left alone for twelve hours", { last_seen_at: at(-12 * HOUR) }, "idle"],
  ])("%s", (_, change, reason) => {
    expect(judge(change)).toEqual({ live: false, reason });
  });

  it.each<[string, Partial<SessionFacts>]>([
    ["a millisecond before its end", { expires_at: at(1) }],
    ["a millisecond before the access ends", { access_expires_at: at(1) }],
    ["a millisecond before it was left alone too long", { last_seen_at: at(-12 * HOUR + 1) }],
  ])("not yet %s", (_, change) => {
    expect(judge(change).live).toBe(true);
  });

  it("says first what ends it most surely", () => {
    const order: [Partial<SessionFacts>, DeadReason][] = [
      [{ revoked_at: at(-1) }, "revoked"],
      [{ expires_at: at(-1) }, "expired"],
      [{ tenant_closed_at: at(-1) }, "tenant_closed"],
      [{ has_access: false }, "no_access"],
      [{ access_expires_at: at(-1) }, "access_expired"],
      [{ last_seen_at: at(-24 * HOUR) }, "idle"],
    ];
    for (const [index, [, reason]] of order.entries()) {
      const rest = Object.assign({}, ...order.slice(index).map(([change]) => change));
      expect(reasonOf(judge(rest))).toBe(reason);
    }
  });
});

describe("limits", () => {
  it.each<[ActingRole | null, number, number]>([
    ["owner", 30, 12],
    ["admin", 30, 12],
    ["platform_admin", 30, 12],
    ["support", 30, 12],
    ["mining_site_owner", 12 * 60, 14 * 24],
    ["operator", 12 * 60, 14 * 24],
    ["client", 12 * 60, 14 * 24],
    ["guest", 12 * 60, 14 * 24],
    [null, 12 * 60, 14 * 24],
  ])("of %s: idle for %d minutes, %d hours in all", (role, minutes, hours) => {
    expect(sessionLimits(role)).toEqual({ idleMs: minutes * MINUTE, absoluteMs: hours * HOUR });
  });

  it.each<[string, Partial<SessionFacts>, number]>([
    ["an owner", { role: "owner" }, 30],
    ["an admin", { role: "admin" }, 30],
    ["the platform's administrator", PLATFORM, 30],
    ["a look for support", SUPPORT, 30],
    ["a client", { role: "client" }, 720],
    ["somebody without a company", NOWHERE, 720],
  ])("%s is signed out when idle for %d minutes, not a millisecond sooner", (_, change, minutes) => {
    expect(judge({ ...change, last_seen_at: at(-minutes * MINUTE + 1) }).live).toBe(true);
    expect(reasonOf(judge({ ...change, last_seen_at: at(-minutes * MINUTE) }))).toBe("idle");
  });
});

describe("a look for support", () => {
  it.each<[string, Partial<SessionFacts>]>([
    ["whose time is over", { support_expires_at: NOW }],
    ["that was ended", { support_ended_at: at(-1) }],
    ["that will be ended: it says so already", { support_ended_at: at(1) }],
    ["that has no end", { support_expires_at: null }],
    ["that nobody began", { support_access_id: null }],
    ["into a company that is closed", { tenant_closed_at: at(-1) }],
  ])("%s leaves the administrator on the platform", (_, change) => {
    expect(judge({ ...SUPPORT, ...change })).toMatchObject({ live: true, role: "platform_admin", tenantId: null });
  });

  it("is nothing for who isn't the platform's administrator", () => {
    expect(judge({ ...SUPPORT, platform_admin: false, role: "guest", has_access: true })).toMatchObject({
      role: "guest",
    });
    expect(reasonOf(judge({ ...SUPPORT, platform_admin: false }))).toBe("no_access");
  });
});

describe("a second factor", () => {
  it.each<[string, Partial<SessionFacts>, boolean]>([
    ["an owner", { role: "owner" }, true],
    ["an owner who has one", { role: "owner", has_second_factor: true }, false],
    ["an owner of the demonstration", { role: "owner", is_demo: true }, false],
    ["an admin", { role: "admin" }, true],
    ["the platform's administrator", { ...PLATFORM, has_second_factor: false }, true],
    ["a look for support", { ...SUPPORT, has_second_factor: false }, true],
    ["an operator", {}, false],
    ["somebody without a company", NOWHERE, false],
  ])("%s has yet to set one up: %#", (_, change, mustEnrol) => {
    expect(judge(change)).toMatchObject({ live: true, mustEnrol });
  });
});

it("a proof of identity is fresh for ten minutes", () => {
  expect(judge({ proved_at: at(-9 * MINUTE) })).toMatchObject({ freshUntil: at(MINUTE) });
});

describe("whatever the facts are", () => {
  const moment = fc.integer({ min: -48 * 60, max: 48 * 60 }).map((minutes) => at(minutes * MINUTE));
  const maybe = fc.option(moment);
  const facts: fc.Arbitrary<SessionFacts> = fc
    .record({
      last_seen_at: moment,
      proved_at: moment,
      expires_at: moment,
      revoked_at: maybe,
      platform_admin: fc.boolean(),
      is_demo: fc.boolean(),
      has_second_factor: fc.boolean(),
      tenant_id: fc.constantFrom("t", null),
      role: fc.option(fc.constantFrom(...ROLES)),
      has_access: fc.option(fc.boolean()),
      access_expires_at: maybe,
      tenant_closed_at: maybe,
      support_access_id: fc.constantFrom("a", null),
      support_expires_at: maybe,
      support_ended_at: maybe,
    })
    .map((change) => ({ ...OPERATOR, ...change }));

  it("what is dead stays dead", () => {
    fc.assert(
      fc.property(facts, fc.nat(48 * HOUR), (given, later) => {
        if (!judgeSession(given, NOW).live) expect(judgeSession(given, at(later)).live).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it("who is live in a company has access to it, or is the platform's and looks into it", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const verdict = judgeSession(given, NOW);
        if (!verdict.live || verdict.tenantId === null) return;
        expect(verdict.tenantId).toBe(given.tenant_id);
        expect(given.tenant_closed_at).toBeNull();
        if (given.platform_admin) expect([verdict.role, given.support_ended_at]).toEqual(["support", null]);
        else expect([verdict.role, given.has_access]).toEqual([given.role, true]);
      }),
      { numRuns: 2_000 },
    );
  });
});
