import { isoDate } from "@/lib/kernel/calendar";
import type { Series } from "../schemas";
import type { DayValue } from "./history";

/** A daily series of points in any rhythm: the last of each UTC day, oldest day first. */
export function lastOfEachDay(series: Series, points: readonly { ms: number; value: number }[]): DayValue[] {
  const days = new Map<string, DayValue>();
  for (const { ms, value } of [...points].sort((a, b) => a.ms - b.ms)) {
    const day = isoDate(ms);
    days.set(day, { series, day, value });
  }
  return [...days.values()];
}
