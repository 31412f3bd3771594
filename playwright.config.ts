import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import { CHROMIUM_ARGS, chromium } from "./e2e/browser/chromium";
import { NARROW, WIDE } from "./e2e/widths";
import { freePort } from "./scripts/process/free-port";

// The config is read again by every worker; what the first reading chose holds for all.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= join(tmpdir(), `hashinsight-e2e-${process.pid}`);
/** A server that runs already: its address here, its data folder in E2E_DATA_DIR. Then none is started. */
const running = process.env.E2E_BASE_URL;
const baseURL = running ?? `http://127.0.0.1:${process.env.E2E_PORT}`;
process.env.E2E_ORIGIN = baseURL;
const { executablePath, env } = await chromium();

/** What isn't looked at in every width of a window. */
const ONCE = ["api/**", "security/**"];
type TestConfigWebServer = Exclude<PlaywrightTestConfig["webServer"], readonly unknown[] | undefined>;

/** The API and the journeys, against a server that `npm start` built and started on a database of its own. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/playwright",
  fullyParallel: true,
  // Journeys wait for their browser, walks for the server: together they keep two cores busy.
  workers: 4,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI === "true",
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["line"], ["json"]] : [["line"]],
  use: {
    baseURL,
    // A tenth of the time of all journeys; to look into one: --trace on.
    trace: "off",
    screenshot: "only-on-failure",
    ...(executablePath ? {} : { channel: "chrome" }),
    launchOptions: {
      ...(executablePath ? { executablePath, env: { ...definedEnv(), ...env } } : {}),
      args: CHROMIUM_ARGS,
    },
  },
  projects: [
    { name: "api", testDir: "e2e/api" },
    // A file keeps to one worker: its cases share a company and the answers that they look at.
    {
      name: "security",
      testDir: "e2e/security",
      fullyParallel: false,
      workers: 3,
      timeout: 120_000,
      use: { screenshot: "off" },
    },
    {
      name: "desktop",
      testIgnore: ONCE,
      grepInvert: new RegExp(NARROW),
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      testIgnore: ONCE,
      grepInvert: new RegExp(WIDE),
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
  ...(running ? {} : { webServer: webServer() }),
});

function webServer(): TestConfigWebServer {
  return {
    command: "node scripts/bootstrap.mjs start",
    url: `${baseURL}/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      ...definedEnv(),
      HOST: "127.0.0.1",
      PORT: process.env.E2E_PORT ?? "",
      DATA_DIR: process.env.E2E_DATA_DIR ?? "",
      NETWORK: "off",
      CALCULATE_LIMIT_PER_MINUTE: "100000",
      DATABASE_URL: "",
    },
  };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
