import { describe, expect, it } from "vitest";
import { INVITATION_MS, type InvitationFacts, invitationState, isAcceptable, judgeAdmission } from "./judge-invitation";

const now = new Date("2027-03-01T12:00:00Z");
const later = new Date("2027-03-02T12:00:00Z");
const earlier = new Date("2027-02-28T12:00:00Z");
const inviter = { userId: "kim", role: "admin", hasAccess: true, expiresAt: null } as const;

const open: InvitationFacts = {
  role: "operator",
  expiresAt: later,
  acceptedAt: null,
  revokedAt: null,
  accessExpiresAt: null,
  isCompanyClosed: false,
  inviter,
};

describe("isAcceptable", () => {
  it("takes an open one", () => expect(isAcceptable(open, now)).toBe(true));
  it("takes one whose access will end", () =>
    expect(isAcceptable({ ...open, accessExpiresAt: later }, now)).toBe(true));

  it.each<[string, Partial<InvitationFacts>]>([
    ["accepted", { acceptedAt: earlier }],
    ["taken back", { revokedAt: earlier }],
    ["too old, to the millisecond", { expiresAt: now }],
    ["to access that is over", { accessExpiresAt: now }],
    ["of a company that is closed", { isCompanyClosed: true }],
    ["by somebody unknown", { inviter: undefined }],
    ["by somebody without access", { inviter: { ...inviter, hasAccess: false } }],
    ["by somebody whose access is over", { inviter: { ...inviter, expiresAt: now } }],
    ["by somebody who may invite no more", { inviter: { ...inviter, role: "operator" } }],
    ["to a role that the inviter may not give", { role: "owner" }],
  ])("refuses one %s", (_, change) => expect(isAcceptable({ ...open, ...change }, now)).toBe(false));
});

it.each([
  ["open", {}],
  ["accepted", { acceptedAt: earlier, expiresAt: earlier }],
  ["revoked", { revokedAt: earlier, expiresAt: earlier }],
  ["expired", { expiresAt: now }],
] as const)("a state is %s", (state, change) => expect(invitationState({ ...open, ...change }, now)).toBe(state));

describe("judgeAdmission", () => {
  const known = { userId: "x", role: "guest", hasAccess: true, expiresAt: null } as const;
  it.each([
    ["a stranger", undefined, undefined],
    ["who has access", known, "has_access"],
    ["who has access for a time", { ...known, expiresAt: later }, "has_access"],
    ["whose access is over", { ...known, expiresAt: now }, undefined],
    ["whose access was taken", { ...known, hasAccess: false }, undefined],
    ["a former owner, by an admin", { ...known, role: "owner" as const, hasAccess: false }, "role_not_yours"],
  ] as const)("%s", (_, standing, expected) => expect(judgeAdmission("admin", standing, now)).toBe(expected));

  it("lets an owner ask a former owner back", () =>
    expect(judgeAdmission("owner", { ...known, role: "owner", hasAccess: false }, now)).toBeUndefined());
});

it("an invitation is open for a week", () => expect(INVITATION_MS).toBe(604_800_000));
