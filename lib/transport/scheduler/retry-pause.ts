import { AppError } from "@/lib/kernel/errors";

const PAUSES_MS = [1_000, 5_000, 30_000, 120_000];

/**
 * How long to wait before a run that failed is tried again: where something was unavailable, later each time, but not
 * beyond the job's next slot. Nothing: its time is over, or the fault will not go away by itself.
 */
export function retryPause(error: unknown, tries: number, msToNextSlot: number): number | undefined {
  if (!(error instanceof AppError && error.code === "unavailable")) return undefined;
  const pause = PAUSES_MS[tries - 1];
  return pause !== undefined && pause < msToNextSlot ? pause : undefined;
}
