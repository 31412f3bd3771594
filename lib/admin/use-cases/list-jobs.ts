import { query } from "@/lib/kernel/use-case";
import { nextSlot } from "@/lib/platform/scheduler/job-clock";
import { adminContract } from "../contract";
import { judgeJob } from "../core/judge-jobs";
import { toJobRun } from "../core/to-job-run";
import { readLeader, readRuns } from "../data/job-runs";
import { readJobs } from "../data/jobs";

const RUNS = 20;

/** What the worker does by the clock, for the platform's administrators: how each job fares, and its last runs. */
export const listJobs = query({
  ...adminContract.systemJobs,
  name: "admin.jobs.list",
  async run(ctx) {
    const { now, leader } = await readLeader(ctx);
    const runs = await readRuns(ctx, RUNS);
    const jobs = await readJobs(ctx, now);
    return {
      checked_at: now.toISOString(),
      leader: leader && { ...leader, since: leader.since.toISOString() },
      jobs: jobs.map((job) => ({
        ...judgeJob(job, now, nextSlot),
        runs: runs.filter((run) => run.job === job.name).map(toJobRun),
      })),
    };
  },
});
