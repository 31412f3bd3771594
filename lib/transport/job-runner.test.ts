import { describe, expect, it } from "vitest";
import type { Log } from "@/lib/kernel/context";
import { JobRunner } from "./job-runner";
import type { Job } from "./schedule";

function bench() {
  const lines: string[] = [];
  const note = (fields: object, message: string) => void lines.push(`${message}: ${(fields as { job: string }).job}`);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  return { lines, runner: new JobRunner(log) };
}

/** A job that ends when the test says so. */
function held(name: string) {
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  let runs = 0;
  const job: Job = {
    name,
    cron: "* * * * *",
    onStart: false,
    quiet: false,
    run() {
      runs++;
      return until;
    },
  };
  return { job, release, runs: () => runs };
}

describe("JobRunner", () => {
  it("never lets a job overlap itself, and others go on", async () => {
    const { lines, runner } = bench();
    const slow = held("slow");
    const other = held("other");
    const first = runner.run(slow.job);
    await runner.run(slow.job);
    const second = runner.run(other.job);
    slow.release();
    other.release();
    await Promise.all([first, second]);
    expect([slow.runs(), other.runs()]).toEqual([1, 1]);
    expect(lines).toEqual(["job skipped: its last run goes on: slow", "job done: slow", "job done: other"]);
  });

  it("survives a job that fails, also at once, and runs it again", async () => {
    const { lines, runner } = bench();
    let runs = 0;
    const job: Job = {
      name: "bad",
      cron: "* * * * *",
      onStart: false,
      quiet: false,
      run() {
        if (++runs === 1) throw new Error("at once");
        return Promise.reject(new Error("later"));
      },
    };
    await runner.run(job);
    await runner.run(job);
    expect(lines).toEqual(["job failed: bad", "job failed: bad"]);
  });

  it("waits for what runs when it is stopped, and begins nothing new", async () => {
    const { runner } = bench();
    const slow = held("slow");
    const late = held("late");
    void runner.run(slow.job);
    const stopped = runner.stop().then(() => "stopped");
    await runner.run(late.job);
    expect(await Promise.race([stopped, Promise.resolve("waiting")])).toBe("waiting");
    slow.release();
    expect(await stopped).toBe("stopped");
    expect(late.runs()).toBe(0);
  });
});
