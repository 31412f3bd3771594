import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, chromium } from "./e2e/browser/chromium";
import { freePort } from "./scripts/process/free-port";

// The config is read again by every worker; what the first reading chose holds for all.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= join(tmpdir(), `hashinsight-e2e-${process.pid}`);
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;
const { executablePath, env } = await chromium();

/** The API and the journeys, against a server that `npm start` built and started on a database of its own. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/playwright",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI === "true",
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["line"], ["json"]] : [["line"]],
  use: {
    baseURL,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    ...(executablePath ? {} : { channel: "chrome" }),
    launchOptions: {
      ...(executablePath ? { executablePath, env: { ...definedEnv(), ...env } } : {}),
      args: CHROMIUM_ARGS,
    },
  },
  projects: [
    { name: "api", testDir: "e2e/api" },
    { name: "desktop", testIgnore: "api/**", use: { viewport: { width: 1440, height: 900 } } },
    { name: "phone", testIgnore: "api/**", use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
  webServer: {
    command: "node scripts/bootstrap.mjs start",
    url: `${baseURL}/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      ...definedEnv(),
      HOST: "127.0.0.1",
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      NETWORK: "off",
      CALCULATE_LIMIT_PER_MINUTE: "100000",
      DATABASE_URL: "",
    },
  },
});

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
