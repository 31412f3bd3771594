import { describe, expect, it } from "vitest";
import { ownSession, type Place, type SessionRow } from "./own-session";

const NOW = new Date("2026-11-25T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const MINE: Place = {
  tenantId: "t1",
  tenantName: "Quiet Mine",
  role: "operator",
  hasAccess: true,
  expiresAt: null,
  isClosed: false,
};
const ROW: SessionRow = {
  id: "s1",
  tenantId: "t1",
  amr: ["pwd"],
  ip: "192.0.2.1",
  userAgent: "curl/8.14.1",
  createdAt: minutesAgo(100),
  lastSeenAt: minutesAgo(60),
  expiresAt: minutesAgo(-60),
};
const see = (row: Partial<SessionRow>, place: Partial<Place> = {}, platformAdmin = false) =>
  ownSession({ ...ROW, ...row }, { platformAdmin, places: [{ ...MINE, ...place }], currentId: "s1" }, NOW);

describe("ownSession", () => {
  it("says where, with what and until when", () => {
    expect(see({})).toEqual({
      id: "s1",
      device: "curl",
      browser: "curl",
      system: null,
      ip: "192.0.2.1",
      company: "Quiet Mine",
      signed_in_with: ["pwd"],
      created_at: "2026-11-25T10:20:00.000Z",
      last_seen_at: "2026-11-25T11:00:00.000Z",
      expires_at: "2026-11-25T13:00:00.000Z",
      is_current: true,
    });
    expect(see({ id: "s2" })?.is_current).toBe(false);
  });

  it.each<[string, Partial<SessionRow>, Partial<Place>, boolean, boolean]>([
    ["an operator's, idle for an hour", {}, {}, false, true],
    ["an operator's, idle for twelve hours", { lastSeenAt: minutesAgo(720) }, {}, false, false],
    ["an owner's, idle for 29 minutes", { lastSeenAt: minutesAgo(29) }, { role: "owner" }, false, true],
    ["an owner's, idle for half an hour", { lastSeenAt: minutesAgo(30) }, { role: "owner" }, false, false],
    [
      "a platform administrator's, idle for half an hour",
      { tenantId: null, lastSeenAt: minutesAgo(30) },
      {},
      true,
      false,
    ],
    ["a platform administrator's in a company", { tenantId: "t9", lastSeenAt: minutesAgo(5) }, {}, true, true],
    ["one without a company", { tenantId: null }, {}, false, true],
    ["one in a company that they don't belong to", { tenantId: "t9" }, {}, false, false],
    ["one whose access was taken", {}, { hasAccess: false }, false, false],
    ["one whose access ends now", {}, { expiresAt: NOW }, false, false],
    ["one whose access ends later", {}, { expiresAt: minutesAgo(-1) }, false, true],
    ["one in a closed company", {}, { isClosed: true }, false, false],
  ])("%s", (_what, row, place, platformAdmin, isShown) => {
    expect(see(row, place, platformAdmin) !== undefined).toBe(isShown);
  });
});
