import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEVICE_DAYS, type KnownAccount, knownDevice, MAX_ACCOUNTS, rememberAccount } from "./device-cookie";

const NOW = new Date("2026-11-25T12:00:00Z");
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const ada = rememberAccount([], "ada", "device-1", NOW);

describe("a known device", () => {
  it("is known for the account that signed in, and for no other", () => {
    expect(knownDevice(ada, "ada", NOW)).toBe("device-1");
    expect(knownDevice(ada, "bo", NOW)).toBeNull();
    expect(knownDevice([], "ada", NOW)).toBeNull();
  });

  it("is a stranger again when it hasn't signed in for half a year", () => {
    expect(knownDevice(ada, "ada", daysLater(DEVICE_DAYS - 0.01))).toBe("device-1");
    expect(knownDevice(ada, "ada", daysLater(DEVICE_DAYS))).toBeNull();
  });

  it("keeps its id, and its time begins anew, when it signs in again", () => {
    const again = rememberAccount(ada, "ada", "device-2", daysLater(100));
    expect(again).toHaveLength(1);
    expect(knownDevice(again, "ada", daysLater(100 + DEVICE_DAYS - 1))).toBe("device-1");
  });

  it("gets another id when it was forgotten meanwhile", () => {
    expect(rememberAccount(ada, "ada", "device-2", daysLater(DEVICE_DAYS))).toMatchObject([{ device: "device-2" }]);
  });

  it("isn't believed when it says that it will sign in some day", () => {
    const future: KnownAccount[] = [{ tag: "ada", device: "d", since: daysLater(2).getTime() / 1000 }];
    expect(knownDevice(future, "ada", NOW)).toBeNull();
    expect(knownDevice(future, "ada", daysLater(1))).toBeNull();
    expect(knownDevice(future, "ada", daysLater(1.01))).toBe("d");
  });
});

describe("a browser that several people share", () => {
  const tags = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { minLength: 1, maxLength: 30 });

  it("remembers the last ones, each once, and whoever signed in last always", () => {
    fc.assert(
      fc.property(tags, (signedIn) => {
        let accounts: KnownAccount[] = [];
        for (const [index, tag] of signedIn.entries()) accounts = rememberAccount(accounts, tag, `id-${index}`, NOW);
        const last = [...new Set(signedIn.toReversed())].slice(0, MAX_ACCOUNTS);
        expect(accounts.map(({ tag }) => tag)).toEqual(last);
      }),
    );
  });

  it("forgets what is too old", () => {
    const later = daysLater(DEVICE_DAYS + 1);
    expect(rememberAccount(ada, "bo", "x", later).map(({ tag }) => tag)).toEqual(["bo"]);
  });
});
