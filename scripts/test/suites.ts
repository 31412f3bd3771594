import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageProgram } from "../process/run-command";
import { ROOT } from "../process/spawn-node";
import { ensureBuild } from "../start/ensure-build";
import { tallyPlaywright } from "./playwright-report";
import { REPORTS, type Reported, runReported, testEnv, vitestArgs } from "./reported";
import type { Tally } from "./tally";
import { tallyVitest } from "./vitest-report";

/** `after`: the suites that have ended before it begins. What it prints is seen at once, or goes to the file `log`. */
export type Suite = { name: string; after: string[]; run(log?: string): Promise<Tally> };

type Program = Reported & { name: string };

/** Runs a program that prints for people and writes a report for us. */
async function reported(program: Program, read: (json: unknown) => Tally): Promise<Tally> {
  const { name, ...run } = program;
  const { code, json } = await runReported(run);
  if (json === undefined)
    return { passed: 0, failed: [`${name}: ended with exit code ${code} and no report`], skipped: [] };
  const tally = read(json);
  if (code !== 0 && tally.failed.length === 0) tally.failed.push(`${name}: ended with exit code ${code}`);
  return tally;
}

function vitest(name: string, after: string[], projects: string[], without: string[] = []): Suite {
  const report = join(REPORTS, `${name}.json`);
  const args = [...vitestArgs(projects, report), ...without.map((files) => `--exclude=${files}`)];
  return {
    name,
    after,
    run: (log) => reported({ name, report, args, env: testEnv(), log }, (json) => tallyVitest(json, join(ROOT, "/"))),
  };
}

const verify: Suite = {
  name: "verify",
  after: ["build"],
  async run() {
    const { runChecks } = await import("../verify/run-checks");
    const { passed, failed } = await runChecks();
    return { passed: passed.length, failed: failed.map((name) => `verify: ${name}`), skipped: [] };
  },
};

const build: Suite = {
  name: "build",
  after: ["code"],
  async run() {
    await ensureBuild(REPORTS, (line) => console.log(line));
    return { passed: 1, failed: [], skipped: [] };
  },
};

const isPipeline = process.env.CI === "true";

const journeys: Suite = {
  name: "journeys",
  after: ["verify", "process", ...(isPipeline ? ["kafka"] : [])],
  async run(log) {
    const report = join(REPORTS, "journeys.json");
    const folder = mkdtempSync(join(tmpdir(), "hashinsight-journeys-"));
    const env = testEnv({
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      E2E_DATA_DIR: join(folder, "data"),
      DATABASE_URL: "",
    });
    try {
      const args = [packageProgram("@playwright/test/cli.js"), "test"];
      return await reported({ name: "journeys", report, args, env, log }, tallyPlaywright);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 });
    }
  },
};

/** Kills and broken networks on brokers, which take two minutes: in the pipeline, and by `npm run test:faults`. */
const FAULTS_ON_KAFKA = "lib/testing/faults/*.kafka.test.ts";

const kafka = vitest("kafka", ["build"], ["kafka"], isPipeline ? [] : [FAULTS_ON_KAFKA]);

/** What is seen while it runs, one after another, in the order that finds a fault soonest. */
export const shown: Suite[] = [vitest("code", [], ["unit", "database", "database-alone"]), build, verify, journeys];

/**
 * What runs beside them: a broker and whole copies of the product are mostly waited for, and the checks use that; the rest
 * of the broker's tests goes on beside the journeys, but not in the pipeline, where it kills and breaks for minutes and who
 * looks at a page would wait too long for it. The code's own tests need both cores for themselves: beside a broker they took
 * as much longer as that took.
 */
export const aside: Suite[] = [kafka, vitest("process", ["build"], ["process"])];
