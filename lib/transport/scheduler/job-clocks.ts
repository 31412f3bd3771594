import type { JobClock } from "@/lib/platform/scheduler/agenda";
import type { Job } from "../schedule";

const EVERY_SECOND = "* * * * * *";

/** The jobs as they are written down for the pages. */
export const jobClocks = (jobs: readonly Job[]): JobClock[] =>
  jobs.map((job) => {
    if (job.kind === "continuous")
      return { name: job.name, cron: EVERY_SECOND, continuous: true, missed: "skip", missedBound: null };
    const { name, cron, missed } = job;
    if (typeof missed === "string") return { name, cron, continuous: false, missed, missedBound: null };
    return { name, cron, continuous: false, missed: "catch_up", missedBound: missed.catchUp };
  });
