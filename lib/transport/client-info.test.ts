import { afterEach, describe, expect, it, vi } from "vitest";

async function moduleWith(env: Record<string, string>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return import("./client-info");
}
afterEach(() => vi.unstubAllEnvs());

describe("clientAddress", () => {
  const socket = { "x-client-address": "192.0.2.7" };
  const forwarded = { ...socket, "x-forwarded-for": "203.0.113.9, 198.51.100.4" };

  it("is the socket's; nothing that a visitor writes changes it", async () => {
    const { clientAddress } = await moduleWith({ TRUST_PROXY: "off" });
    expect(clientAddress(new Headers(socket))).toBe("192.0.2.7");
    expect(clientAddress(new Headers(forwarded))).toBe("192.0.2.7");
  });

  it("is what our own proxy wrote last, behind one; no address is no answer", async () => {
    const { clientAddress } = await moduleWith({ TRUST_PROXY: "on" });
    expect(clientAddress(new Headers(forwarded))).toBe("198.51.100.4");
    expect(clientAddress(new Headers(socket))).toBe("192.0.2.7");
    expect(clientAddress(new Headers({ ...socket, "x-forwarded-for": "a' or 1=1" }))).toBe("192.0.2.7");
  });
});

describe("publicOrigin", () => {
  it("is the host that the browser asked for", async () => {
    const { publicOrigin } = await moduleWith({});
    expect(publicOrigin(new Headers({ host: "calc.example.org" }))).toBe("http://calc.example.org");
    expect(publicOrigin(new Headers())).toBe("http://127.0.0.1:3000");
  });

  it("believes no proxy that nobody trusts, and no host that is none", async () => {
    const { publicOrigin } = await moduleWith({});
    expect(publicOrigin(new Headers({ host: "a.org", "x-forwarded-proto": "https" }))).toBe("http://a.org");
    expect(publicOrigin(new Headers({ host: "a b" }))).toBe("http://127.0.0.1:3000");
    expect(publicOrigin(new Headers({ host: "a.org/path?x" }))).toBe("http://a.org");
  });

  it("is the configured address wherever there is one, whatever a request says", async () => {
    const { publicOrigin } = await moduleWith({ APP_URL: "https://mine.example.org/x" });
    expect(publicOrigin(new Headers({ host: "evil.example" }))).toBe("https://mine.example.org");
  });
});

describe("mayCarryCookie", () => {
  it.each([
    ["https://mine.example.org", true],
    ["http://127.0.0.1:3000", true],
    ["http://localhost:3000", true],
    ["http://[::1]:3000", true],
    ["http://192.168.1.4:3000", false],
    ["http://mine.example.org", false],
    ["http://127.0.0.1.evil.example", false],
  ])("%s: %s", async (origin, may) => {
    const { mayCarryCookie } = await moduleWith({});
    expect(mayCarryCookie(origin)).toBe(may);
  });
});
