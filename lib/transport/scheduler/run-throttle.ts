const EVERY_MS = 60_000;

/**
 * Which runs of a continuous job are written down: one a minute, and those at which it begins to fail or is well again.
 * Times are milliseconds of any steady clock.
 */
export class RunThrottle {
  #kept = new Map<string, { ok: boolean; at: number }>();

  lets(job: string, ok: boolean, at: number): boolean {
    const last = this.#kept.get(job);
    if (last && last.ok === ok && at - last.at < EVERY_MS) return false;
    this.#kept.set(job, { ok, at });
    return true;
  }
}
