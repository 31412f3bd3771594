import { expect, it } from "vitest";
import { accessState } from "./access-state";

const now = new Date("2027-03-01T12:00:00Z");
const at = (ms: number) => new Date(now.getTime() + ms);

it.each([
  ["without an end", true, null, "active"],
  ["until the next millisecond", true, at(1), "active"],
  ["until now", true, now, "expired"],
  ["until long ago", true, at(-1_000_000), "expired"],
  ["taken away", false, null, "revoked"],
  ["taken away before its end", false, at(1), "revoked"],
  ["taken away, and over as well", false, at(-1), "revoked"],
] as const)("access %s", (_, hasAccess, expiresAt, state) => {
  expect(accessState({ hasAccess, expiresAt }, now)).toBe(state);
});
