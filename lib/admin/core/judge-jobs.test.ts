import { describe, expect, it } from "vitest";
import { nextRun } from "../adapters/job-clock";
import { isWorkerAlive, type JobFacts, judgeJob } from "./judge-jobs";

const at = (time: string) => new Date(`2026-11-25T${time}Z`);
const run = (started: string, ok = true) => ({ startedAt: at(started), finishedAt: at(started), ok });
const JOB: JobFacts = {
  name: "market.refresh",
  cron: "*/30 * * * * *",
  quiet: false,
  registeredAt: at("06:00:00"),
  lastRun: run("11:59:30"),
  lastOkAt: at("11:59:30"),
  failures: 0,
  lastFailure: null,
  summary: null,
};
const stateOf = (facts: Partial<JobFacts>, now = "12:00:00") => judgeJob({ ...JOB, ...facts }, at(now), nextRun).state;

describe("judgeJob", () => {
  it.each<[string, Partial<JobFacts>, string, string]>([
    ["ran well", {}, "12:00:00", "ok"],
    ["failed", { lastRun: run("11:59:30", false) }, "12:00:00", "failed"],
    ["its due run is late, within its patience", {}, "12:15:00", "ok"],
    ["its due run doesn't come", {}, "12:15:01", "overdue"],
    ["a daily job after its hour", { cron: "10 0 * * *", lastRun: run("00:10:00") }, "23:59:00", "ok"],
    ["a quiet job soon", { cron: "* * * * * *", quiet: true }, "12:02:32", "overdue"],
    ["a quiet job that is written down once a minute", { cron: "* * * * * *", quiet: true }, "12:02:30", "ok"],
    ["never run, and not due", { cron: "25 0 * * *", lastRun: null }, "12:00:00", "waiting"],
    ["never run, though it was due", { cron: "0 9 * * *", lastRun: null }, "12:00:00", "overdue"],
  ])("%s", (_, facts, now, state) => expect(stateOf(facts, now)).toBe(state));

  it("holds nothing from before against a worker that has just begun to lead", () => {
    expect(stateOf({ lastRun: run("03:00:00"), registeredAt: at("11:59:59") })).toBe("ok");
  });

  it("says how long the last run took and when the next one is", () => {
    const lastRun = { startedAt: at("11:59:30.000"), finishedAt: at("11:59:31.250"), ok: true };
    expect(judgeJob({ ...JOB, lastRun }, at("12:00:10"), nextRun)).toMatchObject({
      last_run: { duration_ms: 1250 },
      next_run_at: "2026-11-25T12:00:30.000Z",
    });
  });
});

describe("isWorkerAlive", () => {
  it.each([
    ["no worker ever named its jobs", [], false],
    [
      "its quiet jobs stand still, a slow one may yet come",
      [
        { quiet: true, state: "overdue" },
        { quiet: false, state: "ok" },
      ],
      false,
    ],
    [
      "one of them works",
      [
        { quiet: true, state: "overdue" },
        { quiet: true, state: "failed" },
      ],
      true,
    ],
    [
      "without quiet jobs any counts",
      [
        { quiet: false, state: "waiting" },
        { quiet: false, state: "overdue" },
      ],
      true,
    ],
  ] as const)("%s", (_, jobs, alive) => expect(isWorkerAlive(jobs)).toBe(alive));
});
