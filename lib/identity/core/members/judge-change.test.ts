import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES } from "../../policy";
import { type AccessChange, type ChangeVerdict, judgeChange, type Standing } from "./judge-change";

const now = new Date("2027-03-01T12:00:00Z");
const later = new Date("2027-04-01T00:00:00Z");
const earlier = new Date("2027-02-01T00:00:00Z");

const person = (userId: string, role: Standing["role"], rest: Partial<Standing> = {}): Standing => ({
  userId,
  role,
  hasAccess: true,
  expiresAt: null,
  ...rest,
});
const ada = person("ada", "owner");
const bo = person("bo", "owner");
const kim = person("kim", "admin");
const lee = person("lee", "admin");
const guest = person("guest", "guest");

type Case = { actor?: Standing | undefined; target: Standing; change: AccessChange; owners?: Standing[] };
const judged = ({ target, change, owners = [ada], ...who }: Case): ChangeVerdict =>
  judgeChange({ actor: "actor" in who ? who.actor : ada, target, change, owners, now });
const refusal = (given: Case) => {
  const verdict = judged(given);
  return "refusal" in verdict ? verdict.refusal : undefined;
};

describe("who may", () => {
  it.each<[string, Case, string | undefined]>([
    ["an owner makes an admin an owner", { target: kim, change: { role: "owner" } }, undefined],
    ["an admin makes a guest an operator", { actor: kim, target: guest, change: { role: "operator" } }, undefined],
    ["an admin takes another admin's access", { actor: kim, target: lee, change: { hasAccess: false } }, undefined],
    ["an admin makes nobody an owner", { actor: kim, target: guest, change: { role: "owner" } }, "role_not_yours"],
    ["an admin demotes no owner", { actor: kim, target: bo, change: { role: "guest" } }, "role_not_yours"],
    ["an admin ends no owner's access", { actor: kim, target: bo, change: { expiresAt: later } }, "role_not_yours"],
    [
      "an operator changes nobody",
      { actor: person("op", "operator"), target: guest, change: { role: "client" } },
      "role_not_yours",
    ],
    ["nobody changes their own", { target: ada, change: { expiresAt: null }, owners: [ada, bo] }, "own_access"],
    ["who has left", { actor: undefined, target: guest, change: { role: "client" } }, "actor_without_access"],
    [
      "whose access was taken",
      { actor: { ...ada, hasAccess: false }, target: guest, change: {} },
      "actor_without_access",
    ],
    ["whose access is over", { actor: { ...kim, expiresAt: now }, target: guest, change: {} }, "actor_without_access"],
    ["an end that is over", { target: guest, change: { expiresAt: now } }, "expiry_past"],
    ["an end to come", { target: guest, change: { expiresAt: later } }, undefined],
  ])("%s", (_, given, expected) => expect(refusal(given)).toBe(expected));
});

describe("the last owner", () => {
  const actor = person("eve", "owner", { expiresAt: later });
  it.each<[string, AccessChange]>([
    ["is not demoted", { role: "admin" }],
    ["is not revoked", { hasAccess: false }],
    ["gets no end", { expiresAt: later }],
  ])("%s", (_, change) => {
    // Eve's own access ends, so she doesn't count.
    expect(refusal({ actor, target: bo, change, owners: [bo, actor] })).toBe("last_owner");
    expect(refusal({ actor, target: bo, change, owners: [bo, actor, ada] })).toBeUndefined();
  });

  it("is not replaced by one without access", () =>
    expect(
      refusal({
        actor,
        target: bo,
        change: { role: "guest" },
        owners: [bo, person("x", "owner", { hasAccess: false })],
      }),
    ).toBe("last_owner"));

  it("may be told to be what they are", () => {
    for (const change of [{}, { role: "owner" }, { hasAccess: true }, { expiresAt: null }] as AccessChange[])
      expect(refusal({ actor, target: bo, change, owners: [bo, actor] })).toBeUndefined();
  });

  it("is no matter where somebody else is changed, even if there is none", () => {
    expect(refusal({ actor, target: guest, change: { role: "client" }, owners: [actor] })).toBeUndefined();
    expect(refusal({ actor, target: guest, change: { role: "owner" }, owners: [actor] })).toBeUndefined();
  });

  it("is always there, whatever is changed by whomever", () => {
    const change = fc.record(
      {
        role: fc.constantFrom(...ROLES),
        hasAccess: fc.boolean(),
        expiresAt: fc.constantFrom(null, earlier, later),
      },
      { requiredKeys: [] },
    );
    const step = fc.record({ actor: fc.nat(4), target: fc.nat(4), change });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const people = [ada, bo, kim, guest, person("op", "operator")];
        for (const { actor, target, change } of steps) {
          const [from, to] = [people[actor], people[target]];
          if (!from || !to) continue;
          const owners = people.filter(({ role }) => role === "owner");
          const verdict = judgeChange({ actor: from, target: to, change, owners, now });
          if ("refusal" in verdict) continue;
          expect(from.userId).not.toBe(to.userId);
          expect([to.role, verdict.next.role].includes("owner") && from.role !== "owner").toBe(false);
          people[target] = verdict.next;
        }
        expect(people.some((one) => one.role === "owner" && one.hasAccess && one.expiresAt === null)).toBe(true);
      }),
    );
  });
});

describe("what it is then", () => {
  const lent = { ...guest, expiresAt: later };
  it.each<[string, AccessChange, Standing]>([
    ["nothing changed", {}, lent],
    ["the role alone", { role: "client" }, { ...lent, role: "client" }],
    ["the access alone", { hasAccess: false }, { ...lent, hasAccess: false }],
    ["the end alone, lifted", { expiresAt: null }, { ...lent, expiresAt: null }],
    [
      "everything",
      { role: "client", hasAccess: false, expiresAt: null },
      { ...lent, role: "client", hasAccess: false, expiresAt: null },
    ],
  ])("%s", (_, change, next) => expect(judged({ target: lent, change })).toMatchObject({ next }));
});

describe("what follows", () => {
  const followed = (given: Case) => {
    const verdict = judged(given);
    if ("refusal" in verdict) throw new Error(verdict.refusal);
    const { endsSessions, revokesKeys, told } = verdict;
    return { endsSessions, revokesKeys, told };
  };

  it.each<[string, Case, ReturnType<typeof followed>]>([
    [
      "a new role signs out",
      { target: guest, change: { role: "client" } },
      { endsSessions: true, revokesKeys: false, told: [{ what: "role", role: "client" }] },
    ],
    [
      "the same role changes nothing",
      { target: guest, change: { role: "guest" } },
      { endsSessions: false, revokesKeys: false, told: [] },
    ],
    [
      "an end is told, and lets sessions be",
      { target: guest, change: { expiresAt: later } },
      { endsSessions: false, revokesKeys: false, told: [{ what: "expiry", until: later }] },
    ],
    [
      "an end that is lifted is told too",
      { target: { ...guest, expiresAt: later }, change: { expiresAt: null } },
      { endsSessions: false, revokesKeys: false, told: [{ what: "expiry", until: null }] },
    ],
    [
      "role and end at once are two mails",
      { target: guest, change: { role: "client", expiresAt: later } },
      {
        endsSessions: true,
        revokesKeys: false,
        told: [
          { what: "role", role: "client" },
          { what: "expiry", until: later },
        ],
      },
    ],
    [
      "taking access ends sessions and keys, and one mail says so",
      { target: guest, change: { hasAccess: false, role: "client" } },
      { endsSessions: true, revokesKeys: true, told: [{ what: "revoked" }] },
    ],
    [
      "who has none is told nothing",
      { target: { ...guest, hasAccess: false }, change: { expiresAt: later } },
      { endsSessions: false, revokesKeys: false, told: [] },
    ],
    [
      "who is let in again is told that, and as what",
      { target: { ...guest, hasAccess: false }, change: { hasAccess: true } },
      { endsSessions: false, revokesKeys: false, told: [{ what: "restored", role: "guest", until: null }] },
    ],
    [
      "who is let in again with another role, until an end, is told all in one mail",
      { target: { ...guest, hasAccess: false }, change: { hasAccess: true, role: "client", expiresAt: later } },
      { endsSessions: true, revokesKeys: false, told: [{ what: "restored", role: "client", until: later }] },
    ],
    [
      "who is let in again, but to an end that is over, is told nothing",
      { target: { ...guest, hasAccess: false, expiresAt: new Date(0) }, change: { hasAccess: true } },
      { endsSessions: false, revokesKeys: false, told: [] },
    ],
  ])("%s", (_, given, expected) => expect(followed(given)).toEqual(expected));
});
