import { Cron } from "croner";

/** When a clock strikes next after a moment, as the scheduler reads it: in UTC. */
export const nextRun = (cron: string, after: Date): Date | null => new Cron(cron, { timezone: "UTC" }).nextRun(after);
