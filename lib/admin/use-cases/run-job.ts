import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { adminContract } from "../contract";
import { toJobRun } from "../core/to-job-run";
import { findJob, requestRun } from "../data/job-runs";

/** Asks for a run of a job at once. The worker that leads takes it up within a second; here nothing runs. */
export const runJob = command({
  ...adminContract.runJob,
  name: "admin.job.run",
  async run(ctx, { name }) {
    const job = await findJob(ctx, name);
    if (!job) throw new AppError("not_found", "There is no job of this name.");
    if (job.continuous) throw new AppError("conflict", "This job runs every second by itself.");
    const run = await requestRun(ctx, name, ctx.session?.email ?? ctx.actor.id);
    if (!run) throw new AppError("conflict", "A run of this job has just ended: look at it, then ask again.");
    const asked = toJobRun(run);
    ctx.audit({ entity: "scheduled_jobs", id: name, after: { run: asked.scheduled_for } });
    return asked;
  },
});
