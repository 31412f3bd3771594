import type { Log } from "@/lib/kernel/context";
import type { JobRun } from "@/lib/platform/job-runs";
import { observeJob } from "@/lib/platform/metrics/observe-job";
import { RunThrottle } from "./run-throttle";
import type { Job } from "./schedule";

/** Writes a run down, for the page that says how the machinery fares. */
export type KeepRun = (run: JobRun) => Promise<void>;

/** Runs jobs so that one never overlaps itself and none can end the process: an error is a line in the log. */
export class JobRunner {
  #running = new Map<Job, Promise<void>>();
  #stopped = false;
  #throttle = new RunThrottle();

  constructor(
    private readonly log: Log,
    private readonly keep: KeepRun,
  ) {}

  /** Runs the job unless it is running still, or the runner was stopped. */
  async run(job: Job): Promise<void> {
    if (this.#stopped) return;
    if (this.#running.has(job)) {
      if (!job.quiet) this.log.warn({ job: job.name }, "job skipped: its last run goes on");
      return;
    }
    const run = this.#attempt(job).finally(() => this.#running.delete(job));
    this.#running.set(job, run);
    await run;
  }

  async #attempt(job: Job): Promise<void> {
    const startedAt = new Date();
    const started = performance.now();
    const ms = () => Math.round(performance.now() - started);
    const run = () => ({ job: job.name, startedAt, finishedAt: new Date(startedAt.getTime() + ms()) });
    try {
      const summary = await job.run();
      observeJob(job.name, "ok", ms());
      this.log[job.quiet ? "debug" : "info"]({ job: job.name, ms: ms(), summary }, "job done");
      await this.#record(job, { ...run(), ok: true, summary });
    } catch (error) {
      observeJob(job.name, "failed", ms());
      this.log.error({ job: job.name, ms: ms(), err: error }, "job failed");
      await this.#record(job, { ...run(), ok: false, error });
    }
  }

  /** What can't be written down is lost, and the job was done all the same. */
  async #record(job: Job, run: JobRun): Promise<void> {
    if (!this.#throttle.lets(job, run)) return;
    await this.keep(run).catch((error: unknown) =>
      this.log.warn({ job: job.name, err: error }, "the run of a job was not written down"),
    );
  }

  /** Begins nothing new; resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running.values());
  }
}
