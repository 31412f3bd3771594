import type { UsageReport } from "./schemas";

export type UsageRow = { userId: string; keyId: string; endpoint: string; date: string; calls: number };

const DAY_MS = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first of `days` days in UTC up to the day of `now`. */
export const firstDay = (now: Date, days: number): string => dayOf(now.getTime() - (days - 1) * DAY_MS);

/** Calls by day (also the days without any), by key or person, and by endpoint, the most first. */
export function usageReport(rows: readonly UsageRow[], names: ReadonlyMap<string, string>, now: Date, days: number) {
  const sums = {
    days: new Map<string, number>(),
    keys: new Map<string, number>(),
    endpoints: new Map<string, number>(),
  };
  const add = (to: Map<string, number>, name: string, calls: number) => to.set(name, (to.get(name) ?? 0) + calls);
  for (let day = 0; day < days; day++) sums.days.set(dayOf(now.getTime() - (days - 1 - day) * DAY_MS), 0);
  for (const { date, keyId, userId, endpoint, calls } of rows) {
    if (!sums.days.has(date)) continue;
    add(sums.days, date, calls);
    add(sums.keys, `${keyId} ${userId}`, calls);
    add(sums.endpoints, endpoint, calls);
  }
  const sorted = (sum: Map<string, number>) => [...sum].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const report: UsageReport = {
    from: firstDay(now, days),
    to: dayOf(now.getTime()),
    calls: [...sums.days.values()].reduce((total, calls) => total + calls, 0),
    days: [...sums.days].map(([date, calls]) => ({ date, calls })),
    keys: sorted(sums.keys).map(([name, calls]) => {
      const [keyId = "", userId = ""] = name.split(" ");
      return { key_id: keyId || null, name: names.get(keyId || userId) ?? "", user_id: userId, calls };
    }),
    endpoints: sorted(sums.endpoints).map(([endpoint, calls]) => ({ endpoint, calls })),
  };
  return report;
}
