import { slotsUpTo } from "@/lib/platform/scheduler/job-clock";
import type { SlotJob } from "../schedule";

/** A slot that is begun within a minute was not missed: a change of leaders takes some seconds. */
const ON_TIME_MS = 60_000;

/**
 * The slots to run by now, oldest first, after the `last` that had its run. A job that never ran is like one that missed
 * its last slot.
 */
export function dueSlots(
  { cron, missed }: Pick<SlotJob, "cron" | "missed">,
  last: Date | undefined,
  now: Date,
): Date[] {
  const most = typeof missed === "object" && last ? missed.catchUp : 1;
  const slots = slotsUpTo(cron, now, most).filter((slot) => !last || slot > last);
  return missed === "skip" ? slots.filter((slot) => now.getTime() - slot.getTime() < ON_TIME_MS) : slots;
}
