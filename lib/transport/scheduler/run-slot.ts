import { setTimeout as wait } from "node:timers/promises";
import { databaseFault } from "@/lib/platform/database-fault";
import { log } from "@/lib/platform/log";
import { observeJob } from "@/lib/platform/metrics/observe-job";
import { LeadLost } from "@/lib/platform/scheduler/hold-lead";
import { nextSlot } from "@/lib/platform/scheduler/job-clock";
import { failRun, finishRun, type RunKey } from "@/lib/platform/scheduler/job-runs";
import type { Lead } from "@/lib/platform/scheduler/leader";
import { systemCtx } from "../ctx";
import type { SlotJob } from "../schedule";
import type { DatabaseClock } from "./database-clock";
import { fenced } from "./fenced";
import { retryPause } from "./retry-pause";

/**
 * Runs a job for a slot that this leader has taken, and writes down how it went. Never throws: what can't be written down
 * stays open, and is taken up again.
 */
export async function runSlot(
  job: SlotJob,
  { scheduledFor }: RunKey,
  { epoch, over }: Lead,
  clock: DatabaseClock,
): Promise<void> {
  const key = { job: job.name, scheduledFor };
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  const msToNextSlot = (nextSlot(job.cron, clock.now())?.getTime() ?? Number.POSITIVE_INFINITY) - clock.now().getTime();
  for (let tries = 1; ; tries++) {
    const error = await attempt(job, key, epoch, clock, ms);
    if (error === null) return;
    if (error instanceof LeadLost) return log.warn({ job: job.name, ms: ms() }, error.message);
    const pause = retryPause(error, tries, msToNextSlot - ms());
    if (pause === undefined) {
      observeJob(job.name, "failed", ms());
      log.error({ job: job.name, ms: ms(), err: error }, "job failed");
      return failRun(epoch, key, error).catch((fault: unknown) => notWritten(job.name, fault));
    }
    log.warn({ job: job.name, err: error, pause_ms: pause }, "job put off: something was unavailable");
    await wait(pause, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
  }
}

/** What went wrong, or null. */
async function attempt(job: SlotJob, key: RunKey, epoch: bigint, clock: DatabaseClock, ms: () => number) {
  const ctx = fenced(systemCtx(`job:${job.name}`, clock.now), epoch);
  try {
    await job.run(ctx, key.scheduledFor, async (own, summary) => {
      await finishRun(own, epoch, key, summary);
      own.unit.afterCommit(() => {
        observeJob(job.name, "ok", ms());
        log.info({ job: job.name, ms: ms(), summary }, "job done");
      });
    });
    return null;
  } catch (error) {
    return databaseFault(error);
  }
}

const notWritten = (job: string, err: unknown): void =>
  log.warn({ job, err }, "the run of a job was not written down: it is taken up again");
