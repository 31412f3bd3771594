import { metrics } from "./metrics";

/** Counts a run of a job. */
export const observeJob = (job: string, outcome: "ok" | "failed", ms: number): void =>
  metrics().jobs.observe({ task: job, outcome }, ms / 1000);
