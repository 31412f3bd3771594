import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageProgram } from "../process/run-command";
import { ROOT } from "../process/spawn-node";
import { ensureBuild } from "../start/ensure-build";
import { tallyPlaywright } from "./playwright-report";
import type { Tally } from "./tally";
import { tallyVitest } from "./vitest-report";

/** What it prints is seen at once, or goes to the file `log`. */
export type Suite = { name: string; run(log?: string): Promise<Tally> };

/** Where suites leave their REPORTS. */
export const REPORTS = join(ROOT, "test-results");

/** Tests make no outside call, and nothing of the shell's decides where they store or listen. */
function testEnv(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PORT, HOST, DATA_DIR, DATABASE_RUNTIME_URL, KAFKA_BROKERS, HASHINSIGHT_PREPARED, ...env } = process.env;
  const noRedis = { REDIS_URL: "", UPSTASH_REDIS_REST_URL: "", UPSTASH_REDIS_REST_TOKEN: "" };
  return { ...env, ...noRedis, NETWORK: "off", LOG_LEVEL: "warn", ...more };
}

type Program = { name: string; report: string; args: string[]; env: NodeJS.ProcessEnv; log: string | undefined };

/** Runs a program that prints for people and writes a report for us. */
async function reported(program: Program, read: (json: unknown) => Tally): Promise<Tally> {
  const { name, report, args, env, log } = program;
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const output = log === undefined ? "inherit" : openSync(log, "w");
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", output, output] });
  if (output !== "inherit") closeSync(output);
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  const code = await new Promise<number>((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
  process.removeListener("exit", end);
  if (!existsSync(report))
    return { passed: 0, failed: [`${name}: ended with exit code ${code} and no report`], skipped: [] };
  const tally = read(JSON.parse(readFileSync(report, "utf8")));
  if (code !== 0 && tally.failed.length === 0) tally.failed.push(`${name}: ended with exit code ${code}`);
  return tally;
}

function vitest(name: string, projects: string[]): Suite {
  const report = join(REPORTS, `${name}.json`);
  const args = [
    ...[packageProgram("vitest/vitest.mjs"), "run", ...projects.flatMap((project) => ["--project", project])],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ];
  return {
    name,
    run: (log) => reported({ name, report, args, env: testEnv(), log }, (json) => tallyVitest(json, join(ROOT, "/"))),
  };
}

const verify: Suite = {
  name: "verify",
  async run() {
    const { runChecks } = await import("../verify/run-checks");
    const { passed, failed } = await runChecks();
    return { passed: passed.length, failed: failed.map((name) => `verify: ${name}`), skipped: [] };
  },
};

const build: Suite = {
  name: "build",
  async run() {
    await ensureBuild(REPORTS, (line) => console.log(line));
    return { passed: 1, failed: [], skipped: [] };
  },
};

const journeys: Suite = {
  name: "journeys",
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

/**
 * In the order that finds a fault soonest. Suites of one step run at the same time: those with Kafka and those with whole
 * copies of the product mostly wait for something to start.
 */
export const steps: Suite[][] = [
  [verify],
  [vitest("code", ["unit", "database"])],
  [build],
  [journeys],
  [vitest("kafka", ["kafka"]), vitest("process", ["process"])],
];
