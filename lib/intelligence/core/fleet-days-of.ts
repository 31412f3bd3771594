/** What happened to a fleet, as far as its days are concerned. `totals` is null for a change whose sums aren't known yet. */
export type FleetEvent<T> = { occurred_at: string; version: number; totals: T | null };
export type FleetDay<T> = { day: string; changes: number; totals: T | null; totalsVersion: number };

/** The days that events fall on (UTC), with the last totals and the number of changes of each. Pure. */
export function fleetDaysOf<T>(events: readonly FleetEvent<T>[]): FleetDay<T>[] {
  const days = new Map<string, FleetDay<T>>();
  for (const { occurred_at, version, totals } of events) {
    const day = occurred_at.slice(0, 10);
    const known = days.get(day) ?? { day, changes: 0, totals: null, totalsVersion: 0 };
    if (totals === null) known.changes++;
    else if (version >= known.totalsVersion) Object.assign(known, { totals, totalsVersion: version });
    days.set(day, known);
  }
  return [...days.values()];
}
