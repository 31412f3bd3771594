import { afterEach, describe, expect, it, vi } from "vitest";

async function addressOf(headers: Record<string, string>, trustProxy: "on" | "off"): Promise<string> {
  vi.resetModules();
  vi.stubEnv("TRUST_PROXY", trustProxy);
  const { clientAddress } = await import("./client-address");
  return clientAddress(new Request("http://localhost/", { headers }));
}
afterEach(() => vi.unstubAllEnvs());

describe("clientAddress", () => {
  const socket = { "x-client-address": "192.0.2.7" };
  const forwarded = { ...socket, "x-forwarded-for": "203.0.113.9, 198.51.100.4" };

  it("is the socket's; nothing that a visitor writes changes it", async () => {
    expect(await addressOf(socket, "off")).toBe("192.0.2.7");
    expect(await addressOf(forwarded, "off")).toBe("192.0.2.7");
  });

  it("is what our own proxy wrote last, behind one", async () => {
    expect(await addressOf(forwarded, "on")).toBe("198.51.100.4");
    expect(await addressOf(socket, "on")).toBe("192.0.2.7");
  });
});
