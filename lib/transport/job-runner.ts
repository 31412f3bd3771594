import type { Log } from "@/lib/kernel/context";
import type { Job } from "./schedule";

/** Runs jobs so that one never overlaps itself and none can end the process: an error is a line in the log. */
export class JobRunner {
  #running = new Map<Job, Promise<void>>();
  #stopped = false;

  constructor(private readonly log: Log) {}

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
    const started = performance.now();
    const ms = () => Math.round(performance.now() - started);
    try {
      const summary = await job.run();
      this.log[job.quiet ? "debug" : "info"]({ job: job.name, ms: ms(), summary }, "job done");
    } catch (error) {
      this.log.error({ job: job.name, ms: ms(), err: error }, "job failed");
    }
  }

  /** Begins nothing new; resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running.values());
  }
}
