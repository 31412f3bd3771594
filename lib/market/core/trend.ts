import { isoDate } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";
import { type HistoryProvenance, TIMEFRAMES, type Timeframe } from "../schemas";
import type { DatedValue } from "./history";

/** The first day of a timeframe that ends today: `7d` on the 10th begins on the 3rd. `null` for all of history. */
export function firstDay(timeframe: Timeframe, now: Date): string | null {
  const days = TIMEFRAMES[timeframe];
  return days === null ? null : isoDate(now.getTime() - days * MS_PER_DAY);
}

/** Whether a day lies in what was asked for: between two days, or in a timeframe that ends today. */
export function inWindow(
  { timeframe, from, to }: { timeframe: Timeframe; from?: string | undefined; to?: string | undefined },
  now: Date,
): (day: string) => boolean {
  const isGiven = from !== undefined || to !== undefined;
  const first = (isGiven ? from : firstDay(timeframe, now)) ?? "";
  return (day) => day >= first && (to === undefined || day <= to);
}

/** A stretch of days of one origin and source. */
type Stretch = HistoryProvenance["origins"][number];

/**
 * Where a stretch of history comes from, so that no simulated day passes for a real one: `simulated` as soon as
 * one is among them, `live` when it reaches to yesterday, `stale` otherwise, `default` when there is none.
 */
export function historyProvenance(days: readonly DatedValue[], now: Date): HistoryProvenance {
  const last = days.at(-1);
  const origins = stretches(days);
  const sources = [...new Set(origins.map((stretch) => stretch.source))];
  return {
    source: sources.length === 0 ? "none" : sources.join(", "),
    as_of: last ? `${last.day}T00:00:00.000Z` : null,
    state: stateOf(origins, last, now),
    origins,
  };
}

function stateOf(origins: readonly Stretch[], last: DatedValue | undefined, now: Date): HistoryProvenance["state"] {
  if (!last) return "default";
  if (origins.some((stretch) => stretch.origin === "simulated")) return "simulated";
  return last.day >= isoDate(now.getTime() - MS_PER_DAY) ? "live" : "stale";
}

function stretches(days: readonly DatedValue[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { day, origin, source } of days) {
    const open = found.at(-1);
    if (open && open.origin === origin && open.source === source) {
      open.to = day;
      open.days++;
    } else found.push({ origin, source, from: day, to: day, days: 1 });
  }
  return found;
}
