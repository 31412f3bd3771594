import type { JobRun } from "@/lib/admin/core/job-schemas";
import type { JobStatus } from "@/lib/admin/schemas";
import type { WorkState } from "@/lib/work/schemas";
import type { Tone } from "../state-mark";

export const JOB_TONES: Record<JobStatus["state"], Tone> = {
  ok: "good",
  failed: "bad",
  overdue: "low",
  waiting: "off",
};

export const RUN_TONES: Record<JobRun["state"], Tone> = {
  done: "good",
  failed: "bad",
  running: "low",
  requested: "off",
};

export const WORK_TONES: Record<WorkState, Tone> = {
  queued: "off",
  running: "low",
  waiting: "low",
  done: "good",
  failed: "bad",
  cancelled: "off",
};
