import { databaseFault } from "@/lib/platform/database-fault";
import { log } from "@/lib/platform/log";
import { observeJob } from "@/lib/platform/metrics/observe-job";
import { keepSample, type Outcome } from "@/lib/platform/scheduler/job-runs";
import { systemCtx } from "../ctx";
import type { ContinuousJob } from "../schedule";
import type { DatabaseClock } from "./database-clock";
import type { RunThrottle } from "./run-throttle";

/** Runs a continuous job once, and now and then writes down how it went. Never throws. */
export async function runContinuous(
  job: ContinuousJob,
  epoch: bigint,
  clock: DatabaseClock,
  throttle: RunThrottle,
): Promise<void> {
  const began = performance.now();
  const outcome = await job.run(systemCtx(`job:${job.name}`, clock.now)).then(
    (summary): Outcome => ({ ok: true, summary }),
    (error: unknown): Outcome => ({ ok: false, error: databaseFault(error) }),
  );
  const ms = Math.round(performance.now() - began);
  observeJob(job.name, outcome.ok ? "ok" : "failed", ms);
  if (!outcome.ok) log.error({ job: job.name, ms, err: outcome.error }, "job failed");
  if (!throttle.lets(job.name, outcome.ok, began + ms)) return;
  await keepSample(epoch, job.name, ms, outcome).catch((err: unknown) =>
    log.warn({ job: job.name, err }, "the run of a job was not written down"),
  );
}
