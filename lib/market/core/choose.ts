import { FIGURES, type FigureName, PATIENCE } from "./figures";
import type { StoredReading } from "./reading";

export type Chosen<N extends FigureName> = { reading: StoredReading<N>; state: "live" | "stale" };

/** Whether a reading still counts as today's: read within two intervals, and the source's own time not too old. */
export function isLive(reading: Pick<StoredReading, "figure" | "asOf" | "fetchedAt">, now: Date): boolean {
  const rule = FIGURES[reading.figure];
  const ageS = (then: Date) => (now.getTime() - then.getTime()) / 1000;
  return (
    ageS(reading.fetchedAt) <= PATIENCE * rule.freshS && ageS(reading.asOf) <= PATIENCE * rule.freshS + rule.maxLagS
  );
}

/**
 * The one reading of a figure to go by: the first source in the order of fallback that is live; with none live,
 * the latest of all, marked stale. `prefer` puts one source first, for figures that belong together.
 */
export function choose<N extends FigureName>(
  name: N,
  readings: readonly StoredReading[],
  now: Date,
  prefer?: string,
): Chosen<N> | null {
  const order = FIGURES[name].sources;
  const rank = (reading: StoredReading) => (reading.source === prefer ? -1 : order.indexOf(reading.source));
  const known = readings
    .filter((reading): reading is StoredReading<N> => reading.figure === name && order.includes(reading.source))
    .sort((a, b) => rank(a) - rank(b));
  const live = known.find((reading) => isLive(reading, now));
  if (live) return { reading: live, state: "live" };
  const [latest] = [...known].sort((a, b) => b.asOf.getTime() - a.asOf.getTime());
  return latest ? { reading: latest, state: "stale" } : null;
}
