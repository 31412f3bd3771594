const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/**
 * The instants `from`, +1 month, … +`months` in UTC. The day is held inside the month it falls in and always counted
 * from the start: 31 January, 28 February, 31 March.
 */
export function utcMonthBounds(startMs: number, months: number): number[] {
  const start = new Date(startMs);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth();
  const day = start.getUTCDate();
  const timeOfDay = startMs - Date.UTC(year, month, day);
  const bounds: number[] = [];
  for (let ahead = 0; ahead <= months; ahead++) {
    const first = Date.UTC(year, month + ahead, 1);
    const daysInMonth = (Date.UTC(year, month + ahead + 1, 1) - first) / MS_PER_DAY;
    bounds.push(first + (Math.min(day, daysInMonth) - 1) * MS_PER_DAY + timeOfDay);
  }
  return bounds;
}

/** The instant `months` calendar months later, in UTC; see `utcMonthBounds`. */
export const addUtcMonths = (startMs: number, months: number): number =>
  utcMonthBounds(startMs, months).at(-1) ?? startMs;

/** Milliseconds of a date such as `2026-01-31` at midnight UTC, NaN where there is no such day. */
export function utcDateMs(date: string): number {
  if (!DATE.test(date)) return Number.NaN;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) || isoDate(ms) !== date ? Number.NaN : ms;
}

/** `2026-01-31`, the UTC day of an instant. Not by `toISOString`, which takes ten times as long. */
export function isoDate(ms: number): string {
  const date = new Date(ms);
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  return `${year}-${TWO_DIGITS[date.getUTCMonth() + 1]}-${TWO_DIGITS[date.getUTCDate()]}`;
}
const TWO_DIGITS = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, "0"));
