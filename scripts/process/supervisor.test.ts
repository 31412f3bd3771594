import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ChildLog } from "./child-log";
import { type ChildSpec, Supervisor } from "./supervisor";

const logs = mkdtempSync(join(tmpdir(), "hashinsight-supervisor-"));
afterAll(() => rmSync(logs, { recursive: true, force: true }));

/** A child that runs `code`; `lives` counts how often it was started. */
function child(name: string, code: (life: number) => string, stopMs = 2_000): ChildSpec & { lives: number } {
  const spec = {
    name,
    log: new ChildLog(logs, name),
    stopMs,
    lives: 0,
    spawn: () => spawn(process.execPath, ["-e", code(++spec.lives)], { stdio: ["ignore", "pipe", "pipe"] }),
  };
  return spec;
}

const FOREVER = "setInterval(() => {}, 1000)";
const untilSaid = (said: string[], words: string) =>
  expect.poll(() => said.some((line) => line.includes(words)), { timeout: 5_000 }).toBe(true);

describe("Supervisor", () => {
  it("starts a child again that dies", async () => {
    const said: string[] = [];
    const supervisor = new Supervisor((line) => said.push(line), 1);
    const spec = child("phoenix", (life) => (life === 1 ? "process.exit(3)" : FOREVER));
    await supervisor.keep(spec);
    await untilSaid(said, "phoenix ended (exit code 3); starting it again");
    await expect.poll(() => spec.lives, { timeout: 5_000 }).toBe(2);
    await supervisor.stop("phoenix");
  });

  it("gives up with the last lines of a child that dies three times", async () => {
    const supervisor = new Supervisor(() => undefined, 1);
    const spec = child("mayfly", (life) => `console.log("life", ${life}); process.exit(1)`);
    await supervisor.keep(spec);
    await expect(supervisor.failed).rejects.toThrow(/mayfly ended 3 times right after its start[\s\S]*life 3/);
    expect(spec.lives).toBe(3);
  });

  it("stops politely, and by force what doesn't listen; nothing comes back", async () => {
    const supervisor = new Supervisor(() => undefined, 1);
    const polite = child("polite", () => `process.on("SIGTERM", () => process.exit(0)); ${FOREVER}`);
    const deaf = child("deaf", () => `process.on("SIGTERM", () => {}); console.log("up"); ${FOREVER}`, 100);
    await Promise.all([supervisor.keep(polite), supervisor.keep(deaf)]);
    await expect.poll(() => deaf.log.lastLines(), { timeout: 5_000 }).toContain("up");
    await supervisor.stop("polite", "deaf");
    expect([polite.lives, deaf.lives]).toEqual([1, 1]);
  });
});
