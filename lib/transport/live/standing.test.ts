import { describe, expect, it } from "vitest";
import type { SessionFacts } from "@/lib/identity/core/judge-session";
import type { Caller } from "../caller";
import { endOf, listenerOf } from "./standing";

const now = new Date("2026-11-26T12:00:00Z");
const hoursOn = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const facts: SessionFacts = {
  session_id: "s",
  user_id: "u",
  tenant_id: "t",
  amr: ["pwd"],
  created_at: now,
  last_seen_at: now,
  proved_at: now,
  expires_at: hoursOn(24),
  revoked_at: null,
  support_access_id: null,
  email: "a@mine.example",
  name: "A",
  locale: "en",
  email_verified_at: now,
  platform_admin: false,
  is_demo: false,
  has_second_factor: true,
  role: "operator",
  has_access: true,
  access_expires_at: null,
  tenant_name: "T",
  plan: "pro",
  tenant_closed_at: null,
  support_expires_at: null,
  support_ended_at: null,
};
const listener = (via: "cookie" | "bearer" = "cookie") => {
  const verdict = { live: true, role: "operator", tenantId: "t", mustEnrol: false, freshUntil: now } as const;
  const caller: Caller = { kind: "person", via, sidHash: "h", facts, verdict };
  const actor = { userId: "u", ownOnly: false, can: () => true };
  return listenerOf(caller, { tenantId: "t", actor }, now);
};
const endWith = (changed: Partial<SessionFacts>, at = now) => endOf(listener(), { ...facts, ...changed }, at);

describe("a stream goes on", () => {
  it("while its session is what it was", () => {
    expect(endWith({})).toBeUndefined();
    expect(endWith({}, hoursOn(11))).toBeUndefined();
  });

  it.each([
    ["signed out", { revoked_at: now }, "ended"],
    ["access taken away", { has_access: false }, "ended"],
    ["access run out", { access_expires_at: now }, "ended"],
    ["company closed", { tenant_closed_at: now }, "ended"],
    ["nobody of the company any more", { role: null, has_access: null }, "ended"],
    ["session over", { expires_at: now }, "expired"],
    ["another role", { role: "guest" }, "changed"],
    ["an owner now, without a second factor", { role: "owner", has_second_factor: false }, "changed"],
    ["another company", { tenant_id: "other" }, "changed"],
  ] as const)("and not any more: %s", (_, changed, reason) => expect(endWith(changed)).toBe(reason));

  it("and not beyond the time without a use", () => expect(endWith({}, hoursOn(12))).toBe("expired"));

  it("and not when its secret names no session any more", () =>
    expect(endOf(listener(), undefined, now)).toBe("changed"));

  it("and with a token no longer than a token counts", () => {
    const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    expect(endOf(listener("bearer"), facts, minutesOn(14))).toBeUndefined();
    expect(endOf(listener("bearer"), facts, minutesOn(15))).toBe("expired");
    expect(endOf(listener("cookie"), facts, minutesOn(15))).toBeUndefined();
  });

  it("and a look for support ends with it", () => {
    const verdict = { live: true, role: "support", tenantId: "t", mustEnrol: false, freshUntil: now } as const;
    const looking = { ...facts, platform_admin: true, support_access_id: "x", support_expires_at: hoursOn(1) };
    const caller: Caller = { kind: "person", via: "cookie", sidHash: "h", facts: looking, verdict };
    const looker = listenerOf(caller, { tenantId: "t", actor: { userId: "u", ownOnly: false, can: () => true } }, now);
    expect(endOf(looker, looking, now)).toBeUndefined();
    expect(endOf(looker, { ...looking, support_ended_at: now }, now)).toBe("changed");
    const stillHere = { ...looking, last_seen_at: hoursOn(1) };
    expect(endOf(looker, stillHere, hoursOn(1))).toBe("changed");
  });
});
