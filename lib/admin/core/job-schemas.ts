import { z } from "zod";
import { JobStatus } from "../schemas";

const Time = z.iso.datetime();

export const RunJob = z.strictObject({ name: z.string().min(1).max(100) });

export const JobRun = z
  .object({
    kind: z.enum(["slot", "manual", "sample"]).meta({
      description: "By the clock, because somebody asked, or one of the many runs of a continuous job",
    }),
    state: z.enum(["requested", "running", "done", "failed"]),
    scheduled_for: Time.meta({ description: "The slot; of a run that somebody asked for, when they did" }),
    requested_by: z.string().nullable(),
    attempt: z.int().min(0).meta({ description: "More than one when a worker ended in its middle" }),
    started_at: Time.nullable(),
    finished_at: Time.nullable(),
    duration_ms: z.int().min(0).nullable(),
    summary: z.json().meta({ description: "What it said it did" }),
    fault_kind: z.string().nullable(),
    fault: z.string().nullable(),
  })
  .meta({ id: "JobRun" });
export type JobRun = z.output<typeof JobRun>;

export const JobWithRuns = JobStatus.extend({
  runs: z.array(JobRun).meta({ description: "The last ones, what isn't over first, then the newest" }),
});
export type JobWithRuns = z.output<typeof JobWithRuns>;

export const SystemJobs = z
  .object({
    checked_at: Time,
    leader: z
      .object({
        holder: z.string().meta({ description: "Host and process" }),
        epoch: z.int().meta({ description: "The how many-th leadership it is" }),
        since: Time,
      })
      .nullable()
      .meta({ description: "The worker that won the leadership last" }),
    jobs: z.array(JobWithRuns),
  })
  .meta({ id: "SystemJobs" });
export type SystemJobs = z.output<typeof SystemJobs>;
