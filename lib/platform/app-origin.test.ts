import { afterEach, expect, it, vi } from "vitest";

async function originWith(env: Record<string, string>): Promise<string> {
  vi.resetModules();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return (await import("./app-origin")).appOrigin();
}
afterEach(() => vi.unstubAllEnvs());

it.each([
  [{ APP_URL: "https://mine.example.org/x" }, "https://mine.example.org"],
  [{ HOST: "0.0.0.0", PORT: "3456" }, "http://localhost:3456"],
  [{ HOST: "127.0.0.1", PORT: "3000" }, "http://localhost:3000"],
  [{ HOST: "2001:db8::7", PORT: "80" }, "http://[2001:db8::7]:80"],
  [{ HOST: "mine.example", PORT: "8080" }, "http://mine.example:8080"],
])("of %j links in mails lead to %s", async (env, origin) => expect(await originWith(env)).toBe(origin));
