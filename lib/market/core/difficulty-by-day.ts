import { EPOCH_BLOCKS } from "@/lib/kernel/bitcoin/epochs";
import { isoDate } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import type { DayValue, EpochRow } from "./history";

/**
 * Difficulty at the end of each UTC day, from the beginning of the first epoch to the last full day before `until`.
 * Epochs must follow each other without a gap; the series begins after the last gap.
 */
export function difficultyByDay(epochs: readonly EpochRow[], until: Date): DayValue[] {
  const run = lastUnbrokenRun([...epochs].sort((a, b) => a.startHeight - b.startHeight));
  const days: DayValue[] = [];
  for (const [index, epoch] of run.entries()) {
    const end = run[index + 1]?.startTime ?? until;
    for (let ms = startOfDay(epoch.startTime); ms < startOfDay(end); ms += MS_PER_DAY)
      days.push({ series: "difficulty", day: isoDate(ms), value: epoch.difficulty });
  }
  return days;
}

function lastUnbrokenRun(sorted: readonly EpochRow[]): readonly EpochRow[] {
  const breaks = sorted.map(
    (epoch, index) => index > 0 && epoch.startHeight - (sorted[index - 1]?.startHeight ?? 0) !== EPOCH_BLOCKS,
  );
  return sorted.slice(Math.max(0, breaks.lastIndexOf(true)));
}

const startOfDay = (date: Date): number => date.getTime() - (date.getTime() % MS_PER_DAY);
