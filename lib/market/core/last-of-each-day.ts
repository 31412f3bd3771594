import { isoDate } from "@/lib/kernel/calendar";
import type { Series } from "../schemas";
import type { DayValue } from "./history";

/** A daily series of points in any rhythm: the last of each UTC day, oldest day first. */
export function lastOfEachDay(series: Series, points: readonly { time: Date; value: number }[]): DayValue[] {
  const days = new Map<string, DayValue>();
  for (const { time, value } of [...points].sort((a, b) => a.time.getTime() - b.time.getTime())) {
    const day = isoDate(time.getTime());
    days.set(day, { series, day, value });
  }
  return [...days.values()];
}
