import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/platform/log";
import { type Agenda, announceJobs, type OpenRun, readAgenda, readLastSlots } from "@/lib/platform/scheduler/agenda";
import { failRun, type RunKey, takeOpenRun, takeSlot } from "@/lib/platform/scheduler/job-runs";
import type { Lead } from "@/lib/platform/scheduler/leader";
import type { Job, SlotJob } from "../schedule";
import { DatabaseClock } from "./database-clock";
import { dueSlots } from "./due-slots";
import { jobClocks } from "./job-clocks";
import { runContinuous } from "./run-continuous";
import { runSlot } from "./run-slot";
import { RunThrottle } from "./run-throttle";

/** A run in whose middle the worker ended so often ends it itself. */
const MOST_ATTEMPTS = 5;

/** One leadership: looks every second at what is due, by the database's time, and runs it; no job beside itself. */
export class Term {
  readonly #running = new Map<string, Promise<void>>();
  readonly #clock = new DatabaseClock();
  readonly #throttle = new RunThrottle();
  #last: Map<string, Date> | undefined;

  constructor(
    private readonly jobs: readonly Job[],
    private readonly lead: Lead,
    private readonly look: () => Promise<Agenda> = readAgenda,
  ) {}

  /** Works until the lead is over; ends when the last run has. */
  async serve(): Promise<void> {
    const { over } = this.lead;
    let wasWell = true;
    while (!over.aborted) {
      const fault = await this.tick().then(
        () => null,
        (error: unknown) => ({ error }),
      );
      if (fault && wasWell && !over.aborted) log.warn({ err: fault.error }, "the scheduler can't look what is due");
      wasWell = fault === null;
      await wait(this.#clock.msToNextSecond(), undefined, { signal: over }).catch(() => undefined);
    }
    await this.ended();
  }

  /** Looks once, and begins what is due. Throws when the database doesn't answer. */
  async tick(): Promise<void> {
    this.#last ??= await this.#begin();
    const { now, open } = await this.look();
    this.#clock.set(now);
    for (const run of open) this.#takeUp(run);
    for (const job of this.jobs) {
      if (job.kind === "slots") this.#keepClock(job, now, this.#last);
      else this.#start(job.name, () => runContinuous(job, this.lead.epoch, this.#clock, this.#throttle));
    }
  }

  /** Resolves when nothing runs any more. */
  async ended(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #begin(): Promise<Map<string, Date>> {
    await announceJobs(jobClocks(this.jobs));
    return readLastSlots();
  }

  /** Of the slots that are due the first; the next one at a later look. */
  #keepClock(job: SlotJob, now: Date, last: Map<string, Date>): void {
    const [scheduledFor] = dueSlots(job, last.get(job.name), now);
    if (!scheduledFor) return;
    this.#start(job.name, async () => {
      const key = { job: job.name, scheduledFor };
      const isOurs = await takeSlot(this.lead.epoch, key);
      last.set(job.name, scheduledFor);
      if (isOurs) await runSlot(job, key, this.lead, this.#clock);
    });
  }

  /** What somebody asked for, or a worker left in its middle. */
  #takeUp({ job: name, scheduledFor, attempt }: OpenRun): void {
    const job = this.jobs.find((one): one is SlotJob => one.name === name && one.kind === "slots");
    if (!job) return;
    this.#start(name, async () => {
      const key: RunKey = { job: name, scheduledFor };
      if (!(await takeOpenRun(this.lead.epoch, key))) return;
      if (attempt < MOST_ATTEMPTS) await runSlot(job, key, this.lead, this.#clock);
      else await failRun(this.lead.epoch, key, new Error(`The worker ended ${attempt} times in its middle.`));
    });
  }

  #start(job: string, run: () => Promise<void>): void {
    if (this.#running.has(job) || this.lead.over.aborted) return;
    const running = run()
      .catch((error: unknown) => log.warn({ job, err: error }, "the run of a job could not be begun"))
      .finally(() => this.#running.delete(job));
    this.#running.set(job, running);
  }
}
