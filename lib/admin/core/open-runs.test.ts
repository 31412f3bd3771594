import { expect, it } from "vitest";
import type { JobRun, SystemJobs } from "./job-schemas";
import { isAnyOpen, openRun } from "./open-runs";

const RUN: JobRun = {
  kind: "manual",
  state: "running",
  scheduled_for: "2026-11-25T12:00:00.000Z",
  requested_by: null,
  attempt: 1,
  started_at: "2026-11-25T12:05:00.000Z",
  finished_at: null,
  duration_ms: null,
  summary: null,
  fault_kind: null,
  fault: null,
};
const DONE: JobRun = { ...RUN, state: "done", finished_at: "2026-11-25T12:05:01.000Z" };
const at = (time: string, ...runs: JobRun[]) =>
  isAnyOpen({ checked_at: `2026-11-25T${time}Z`, leader: null, jobs: [{ runs } as SystemJobs["jobs"][number]] });

it("waits for a run that began, or was asked for, within two minutes", () => {
  expect([at("12:06:59", DONE, RUN), at("12:07:00", DONE, RUN)]).toEqual([true, false]);
  const asked: JobRun = { ...RUN, state: "requested", started_at: null };
  expect([at("12:01:59", asked), at("12:02:00", asked)]).toEqual([true, false]);
  expect([at("12:05:02", DONE), at("12:05:02")]).toEqual([false, false]);
});

it("finds the run that isn't over", () => {
  expect(openRun({ runs: [DONE, RUN] })).toBe(RUN);
  expect(openRun({ runs: [DONE] })).toBeUndefined();
});
