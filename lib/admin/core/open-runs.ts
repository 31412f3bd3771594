import type { JobRun, JobWithRuns, SystemJobs } from "./job-schemas";

/** What isn't begun or over within this time is not waited for: no worker may be there, or it hangs. */
const PATIENCE_MS = 2 * 60_000;

/** The run of a job that waits or goes on. */
export const openRun = ({ runs }: Pick<JobWithRuns, "runs">): JobRun | undefined =>
  runs.find((run) => run.finished_at === null);

/** Whether a run will be over soon, so that it is worth looking again. */
export const isAnyOpen = ({ jobs, checked_at }: SystemJobs): boolean =>
  jobs.some((job) =>
    job.runs.some(
      (run) =>
        run.finished_at === null &&
        Date.parse(checked_at) - Date.parse(run.started_at ?? run.scheduled_for) < PATIENCE_MS,
    ),
  );
