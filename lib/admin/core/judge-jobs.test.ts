import { describe, expect, it } from "vitest";
import { nextSlot } from "@/lib/platform/scheduler/job-clock";
import { isWorkerAlive, type JobFacts, judgeJob } from "./judge-jobs";

const at = (time: string) => new Date(`2026-11-25T${time}Z`);
const run = (started: string, ok = true) => ({ startedAt: at(started), finishedAt: at(started), ok });
const JOB: JobFacts = {
  name: "market.refresh",
  cron: "*/30 * * * * *",
  continuous: false,
  missed: "once",
  missedBound: null,
  registeredAt: at("06:00:00"),
  lastRun: run("11:59:30"),
  lastOkAt: at("11:59:30"),
  failures: 0,
  lastFailure: null,
  summary: null,
};
const stateOf = (facts: Partial<JobFacts>, now = "12:00:00") => judgeJob({ ...JOB, ...facts }, at(now), nextSlot).state;

describe("judgeJob", () => {
  it.each<[string, Partial<JobFacts>, string, string]>([
    ["ran well", {}, "12:00:00", "ok"],
    ["failed", { lastRun: run("11:59:30", false) }, "12:00:00", "failed"],
    ["its due run is late, within its patience", {}, "12:15:00", "ok"],
    ["its due run doesn't come", {}, "12:15:01", "overdue"],
    ["a daily job after its hour", { cron: "10 0 * * *", lastRun: run("00:10:00") }, "23:59:00", "ok"],
    ["a continuous job soon", { cron: "* * * * * *", continuous: true }, "12:02:32", "overdue"],
    [
      "a continuous job that is written down once a minute",
      { cron: "* * * * * *", continuous: true },
      "12:02:30",
      "ok",
    ],
    ["never run, and not due", { cron: "25 0 * * *", lastRun: null }, "12:00:00", "waiting"],
    ["never run, though it was due", { cron: "0 9 * * *", lastRun: null }, "12:00:00", "overdue"],
  ])("%s", (_, facts, now, state) => expect(stateOf(facts, now)).toBe(state));

  it("holds nothing from before against a worker that has just begun to lead", () => {
    expect(stateOf({ lastRun: run("03:00:00"), registeredAt: at("11:59:59") })).toBe("ok");
  });

  it("says how long the last run took and when the next one is", () => {
    const lastRun = { startedAt: at("11:59:30.000"), finishedAt: at("11:59:31.250"), ok: true };
    expect(judgeJob({ ...JOB, lastRun }, at("12:00:10"), nextSlot)).toMatchObject({
      last_run: { duration_ms: 1250 },
      next_run_at: "2026-11-25T12:00:30.000Z",
    });
  });
});

describe("isWorkerAlive", () => {
  it.each([
    ["no worker ever named its jobs", [], false],
    [
      "its continuous jobs stand still, a slow one may yet come",
      [
        { continuous: true, state: "overdue" },
        { continuous: false, state: "ok" },
      ],
      false,
    ],
    [
      "one of them works",
      [
        { continuous: true, state: "overdue" },
        { continuous: true, state: "failed" },
      ],
      true,
    ],
    [
      "without continuous jobs any counts",
      [
        { continuous: false, state: "waiting" },
        { continuous: false, state: "overdue" },
      ],
      true,
    ],
  ] as const)("%s", (_, jobs, alive) => expect(isWorkerAlive(jobs)).toBe(alive));
});
