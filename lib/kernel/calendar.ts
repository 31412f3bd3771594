const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * `months` calendar months after an instant, in UTC; the day is held inside the month it falls in,
 * always counted from the start: 31 January + 1 = 28 February, + 2 = 31 March.
 */
export function addUtcMonths(startMs: number, months: number): number {
  const date = new Date(startMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}

/** Milliseconds of a date such as `2026-01-31` at midnight UTC, NaN where there is no such day. */
export function utcDateMs(date: string): number {
  if (!DATE.test(date)) return Number.NaN;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) || isoDate(ms) !== date ? Number.NaN : ms;
}

/** `2026-01-31`, the UTC day of an instant. */
export const isoDate = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
