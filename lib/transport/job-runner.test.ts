import { describe, expect, it } from "vitest";
import type { Log } from "@/lib/kernel/context";
import type { JobRun } from "@/lib/platform/job-runs";
import { JobRunner } from "./job-runner";
import type { Job } from "./schedule";

function bench() {
  const lines: string[] = [];
  const kept: JobRun[] = [];
  const note = (fields: object, message: string) => void lines.push(`${message}: ${(fields as { job: string }).job}`);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  return { lines, runner: new JobRunner(log, async (run) => void kept.push(run)), kept };
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

  it("writes down how each run went, and when", async () => {
    const { runner, kept } = bench();
    let runs = 0;
    const boom = new Error("no power");
    const job: Job = {
      name: "meter",
      cron: "* * * * *",
      onStart: false,
      quiet: false,
      run: () => (++runs === 1 ? Promise.resolve({ read: 3 }) : Promise.reject(boom)),
    };
    await runner.run(job);
    await runner.run(job);
    expect(kept).toEqual([
      { job: "meter", startedAt: expect.any(Date), finishedAt: expect.any(Date), ok: true, summary: { read: 3 } },
      { job: "meter", startedAt: expect.any(Date), finishedAt: expect.any(Date), ok: false, error: boom },
    ]);
    for (const { startedAt, finishedAt } of kept)
      expect(finishedAt.getTime()).toBeGreaterThanOrEqual(startedAt.getTime());
  });

  it("goes on when a run can't be written down", async () => {
    const lines: string[] = [];
    const note = (_: object, message: string) => void lines.push(message);
    const log: Log = { debug: note, info: note, warn: note, error: note };
    const runner = new JobRunner(log, () => Promise.reject(new Error("no database")));
    await runner.run({ name: "any", cron: "* * * * *", onStart: false, quiet: false, run: async () => 1 });
    expect(lines).toEqual(["job done", "the run of a job was not written down"]);
  });
});
