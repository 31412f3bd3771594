import { Cron } from "croner";

const clocks = new Map<string, Cron>();

/** The first slot of a clock after a moment, in UTC; null: never again. Throws for what is no clock. */
export const nextSlot = (cron: string, after: Date): Date | null => clockOf(cron).nextRun(after);

/** The last slots of a clock up to a moment, which counts; at most `most`, oldest first. */
export const slotsUpTo = (cron: string, now: Date, most: number): Date[] =>
  // croner leaves the moment itself out.
  clockOf(cron)
    .previousRuns(most, new Date(now.getTime() + 1))
    .reverse();

function clockOf(cron: string): Cron {
  const clock = clocks.get(cron) ?? new Cron(cron, { timezone: "UTC" });
  clocks.set(cron, clock);
  return clock;
}
