import { Cron } from "croner";
import { disconnectDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { announceJobs, keepJobRun } from "@/lib/platform/job-runs";
import { campaign } from "@/lib/platform/leader";
import { log } from "@/lib/platform/log";
import { JobRunner } from "./job-runner";
import type { Job } from "./schedule";

export type Scheduler = { stop(): Promise<void> };

/**
 * Runs the jobs by their clocks (UTC) while this process leads the workers of its database; those that want it also
 * once when the leadership is won. Several workers may run: one works, the others stand by.
 */
export function startScheduler(jobs: readonly Job[]): Scheduler {
  const runner = new JobRunner(log, keepJobRun);
  const leader = campaign(env().DATABASE_URL, () => {
    log.info({ jobs: jobs.length }, "leading: the jobs run here");
    announceJobs(jobs, new Date()).catch((error: unknown) =>
      log.warn({ err: error }, "the jobs were not written down"),
    );
    for (const job of jobs) if (job.onStart) void runner.run(job);
  });
  const clocks = jobs.map(
    (job) =>
      new Cron(job.cron, { timezone: "UTC", name: job.name }, () => {
        if (leader.isLeading()) void runner.run(job);
      }),
  );
  return {
    async stop() {
      for (const clock of clocks) clock.stop();
      await runner.stop();
      await leader.resign();
      await disconnectDatabase();
    },
  };
}
