import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { packageProgram } from "../process/run-command";
import { ROOT } from "../process/spawn-node";

/** Where suites leave their reports. */
export const REPORTS = join(ROOT, "test-results");

/** Tests make no outside call, and nothing of the shell's decides where they store or listen. */
export function testEnv(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PORT, HOST, DATA_DIR, DATABASE_RUNTIME_URL, KAFKA_BROKERS, HASHINSIGHT_PREPARED, ...env } = process.env;
  const noRedis = { REDIS_URL: "", UPSTASH_REDIS_REST_URL: "", UPSTASH_REDIS_REST_TOKEN: "" };
  return { ...env, ...noRedis, NETWORK: "off", LOG_LEVEL: "warn", ...more };
}

/** How vitest is called to run these projects whole, and to write its report. */
export const vitestArgs = (projects: readonly string[], report: string, reporter = "default"): string[] => [
  ...[packageProgram("vitest/vitest.mjs"), "run", ...projects.flatMap((project) => ["--project", project])],
  ...[`--reporter=${reporter}`, "--reporter=json", `--outputFile.json=${report}`],
];

/** A program that prints for people, at once or into the file `log`, and writes a report for us. */
export type Reported = { report: string; args: string[]; env: NodeJS.ProcessEnv; log?: string | undefined };

/** Runs one to its end; `json` is undefined where it left no report. */
export async function runReported({ report, args, env, log }: Reported): Promise<{ code: number; json: unknown }> {
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const output = log === undefined ? "inherit" : openSync(log, "w");
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", output, output] });
  if (output !== "inherit") closeSync(output);
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  const code = await new Promise<number>((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
  process.removeListener("exit", end);
  return { code, json: existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined };
}
