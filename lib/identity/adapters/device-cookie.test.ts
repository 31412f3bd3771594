import { decodeJwt, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { secretKey } from "@/lib/platform/secrets";
import { issueAccessToken } from "./access-token";
import { DEVICE_COOKIE_S, deviceCookieName, readDevice, rememberDevice } from "./device-cookie";

const NOW = new Date("2026-11-25T12:00:00Z");
const EMAIL = "ada@mine.example";

describe("the device cookie", () => {
  it("makes the device known for this account alone, in any spelling", async () => {
    const cookie = await rememberDevice(null, EMAIL, NOW);
    const device = await readDevice(cookie, EMAIL, NOW);
    expect(device).toMatch(/^[0-9a-f-]{36}$/);
    expect(await readDevice(cookie, " ADA@mine.example", NOW)).toBe(device);
    expect(await readDevice(cookie, "bo@mine.example", NOW)).toBeNull();
  });

  it("remembers a second account beside the first", async () => {
    const first = await rememberDevice(null, EMAIL, NOW);
    const both = await rememberDevice(first, "bo@mine.example", NOW);
    expect(await readDevice(both, EMAIL, NOW)).toBe(await readDevice(first, EMAIL, NOW));
    expect(await readDevice(both, "bo@mine.example", NOW)).not.toBeNull();
  });

  it("tells nobody whose it is", async () => {
    const cookie = await rememberDevice(null, EMAIL, NOW);
    expect(JSON.stringify(decodeJwt(cookie))).not.toContain("ada");
  });

  it("is over after half a year", async () => {
    const cookie = await rememberDevice(null, EMAIL, NOW);
    const later = new Date(NOW.getTime() + DEVICE_COOKIE_S * 1000 + 1000);
    expect(await readDevice(cookie, EMAIL, later)).toBeNull();
  });

  it.each([
    ["nothing", async () => null],
    ["an empty text", async () => ""],
    ["no token at all", async () => "not.a.token"],
    ["an access token of ours", async () => (await issueAccessToken("a".repeat(64), "user", NOW)).token],
    ["one that was changed", async () => `${(await rememberDevice(null, EMAIL, NOW)).slice(0, -3)}AAA`],
    ["one signed by somebody else", () => forged(Buffer.alloc(32, 7), "device+jwt")],
    ["one of another type", () => forged(secretKey("device-cookie"), "JWT")],
    ["one without a signature", async () => unsigned(await rememberDevice(null, EMAIL, NOW))],
    ["one that says something else", () => forged(secretKey("device-cookie"), "device+jwt", { accounts: "all" })],
  ])("%s makes a stranger", async (_what, cookie) => {
    expect(await readDevice(await cookie(), EMAIL, NOW)).toBeNull();
  });

  it("wears the prefix that the browser guards, where there is TLS", () => {
    expect([deviceCookieName(true), deviceCookieName(false)]).toEqual([
      "__Host-hashinsight_device",
      "hashinsight_device",
    ]);
  });
});

async function forged(key: Uint8Array, typ: string, claims?: { accounts: unknown }): Promise<string> {
  const real = decodeJwt(await rememberDevice(null, EMAIL, NOW));
  return new SignJWT({ ...real, ...claims }).setProtectedHeader({ alg: "HS256", typ }).sign(key);
}

function unsigned(cookie: string): string {
  const header = Buffer.from(JSON.stringify({ alg: "none", typ: "device+jwt" })).toString("base64url");
  return `${header}.${cookie.split(".")[1]}.`;
}
