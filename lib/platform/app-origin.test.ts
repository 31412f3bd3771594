import { afterEach, expect, it, vi } from "vitest";

async function originWith(env: Record<string, string>): Promise<string> {
  vi.resetModules();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return (await import("./app-origin")).appOrigin();
}
afterEach(() => vi.unstubAllEnvs());

it.each([
  [{ APP_URL: "https://mine.example.org/x" }, "https://mine.example.org"],
  [{ HOST: "0.0.0.0", PORT: "3456" }, "http://127.0.0.1:3456"],
  [{ HOST: "::1", PORT: "80" }, "http://[::1]:80"],
])("of %j links in mails lead to %s", async (env, origin) => expect(await originWith(env)).toBe(origin));
