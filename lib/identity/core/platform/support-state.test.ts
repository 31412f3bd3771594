import { expect, it } from "vitest";
import { StartSupport } from "./schemas";
import { supportState } from "./support-state";

const now = new Date("2027-03-01T12:00:00Z");
const later = new Date("2027-03-01T12:00:00.001Z");

it.each([
  ["running", { expiresAt: later, endedAt: null }],
  ["expired", { expiresAt: now, endedAt: null }],
  ["ended", { expiresAt: later, endedAt: now }],
  ["ended", { expiresAt: now, endedAt: now }],
])("is %s", (state, access) => expect(supportState(access, now)).toBe(state));

const start = { tenant_id: "7b6d2f0e-3a55-4c1e-9b1f-0c8f6d6f7a11", reason: "Ticket 4711: import fails", minutes: 240 };

it.each([
  [{}, true],
  [{ minutes: 241 }, false],
  [{ minutes: 0 }, false],
  [{ minutes: 1.5 }, false],
  [{ reason: "too short" }, false],
  [{ reason: "  spaces \n\t \u200b  " }, false],
  [{ reason: "x".repeat(301) }, false],
  [{ tenant_id: "1" }, false],
  [{ role: "owner" }, false],
])("a look asked for with %o is taken: %s", (change, isTaken) =>
  expect(StartSupport.safeParse({ ...start, ...change }).success).toBe(isTaken),
);
