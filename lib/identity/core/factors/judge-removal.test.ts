import { describe, expect, it } from "vitest";
import { hasSecondFactor, mayRemove } from "./judge-removal";

describe("mayRemove", () => {
  it.each([
    ["totp", true, 0, true, false],
    ["totp", true, 1, true, true],
    ["passkey", false, 1, true, false],
    ["passkey", false, 2, true, true],
    ["passkey", true, 1, true, true],
    ["totp", true, 0, false, true],
    ["passkey", false, 1, false, true],
  ] as const)("%s, with an app: %s, passkeys: %d, one demanded: %s → %s", (removed, hasTotp, passkeys, must, may) => {
    expect(mayRemove(removed, { hasTotp, passkeys }, must)).toBe(may);
  });
});

it.each([
  [false, 0, false],
  [true, 0, true],
  [false, 1, true],
])("a person with an app: %s and %d passkeys has a second factor: %s", (hasTotp, passkeys, has) => {
  expect(hasSecondFactor({ hasTotp, passkeys })).toBe(has);
});
