import type { JobRun } from "@/lib/platform/job-runs";
import type { Job } from "./schedule";

const QUIET_EVERY_MS = 60_000;

/**
 * Which runs are written down: all of a job, but of a quiet one, which runs every second, one a minute, and those at which
 * it begins to fail or is well again.
 */
export class RunThrottle {
  #kept = new Map<string, { ok: boolean; at: number }>();

  lets({ name, quiet }: Pick<Job, "name" | "quiet">, { ok, finishedAt }: Pick<JobRun, "ok" | "finishedAt">): boolean {
    const at = finishedAt.getTime();
    const last = this.#kept.get(name);
    if (quiet && last && last.ok === ok && at - last.at < QUIET_EVERY_MS) return false;
    this.#kept.set(name, { ok, at });
    return true;
  }
}
