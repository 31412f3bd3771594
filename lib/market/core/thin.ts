import { isoDate } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";

export type Point = { id: bigint; recordedAt: Date };

/** Network history keeps at most this many points a UTC day. */
export const POINTS_A_DAY = 10;

/**
 * Which points of network history to drop so that no UTC day keeps more than `keep`, the rest lying as evenly as
 * they can: again and again the point goes whose neighbours are closest together. The last of a day never goes.
 */
export function pointsToDrop(points: readonly Point[], keep = POINTS_A_DAY): bigint[] {
  const days = new Map<string, Point[]>();
  for (const point of points) {
    const day = isoDate(point.recordedAt.getTime());
    days.set(day, [...(days.get(day) ?? []), point]);
  }
  return [...days.values()].flatMap((day) => thinDay(day, keep));
}

function thinDay(points: readonly Point[], keep: number): bigint[] {
  const kept = [...points].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1));
  const dropped: bigint[] = [];
  while (kept.length > Math.max(1, keep)) {
    const [gone] = kept.splice(mostCrowded(kept), 1);
    if (gone) dropped.push(gone.id);
  }
  return dropped;
}

/** Index of the point with the shortest way from the one before to the one after; the day's beginning counts as before the first. */
function mostCrowded(sorted: readonly Point[]): number {
  const time = (index: number) => sorted[index]?.recordedAt.getTime() ?? startOfDay(sorted);
  let best = 0;
  for (let index = 1; index < sorted.length - 1; index++) {
    if (time(index + 1) - time(index - 1) < time(best + 1) - time(best - 1)) best = index;
  }
  return best;
}

const startOfDay = (sorted: readonly Point[]): number => {
  const first = sorted[0]?.recordedAt.getTime() ?? 0;
  return first - (first % MS_PER_DAY);
};
