import type { ChartRow } from "@/components/charts/chart-row";
import type { CurtailmentSimulation } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { isoDate, utcDateMs } from "@/lib/kernel/calendar";
import { MS_PER_DAY } from "@/lib/kernel/units";

type Hour = CurtailmentSimulation["schedule"][number];

const DAYS_A_WEEK = 7;

/** The months of a schedule, as 2025-03. */
export const monthsOf = (hours: readonly Hour[]): string[] => [...new Set(hours.map(({ at }) => at.slice(0, 7)))];

/** The Mondays, and the first day, from which the schedule has weeks. */
export function weeksOf(hours: readonly Hour[]): string[] {
  const days = [...new Set(hours.map(({ at }) => at.slice(0, 10)))];
  return days.filter((day, index) => index === 0 || new Date(utcDateMs(day)).getUTCDay() === 1);
}

/** The hours of a window: a month, the week from a day on, or all; all too where the window isn't in the schedule. */
export function hoursIn(hours: readonly Hour[], window: string): readonly Hour[] {
  if (window === "") return hours;
  const end = window.length === 7 ? "" : isoDate(utcDateMs(window) + DAYS_A_WEEK * MS_PER_DAY);
  const found = hours.filter(({ at }) =>
    end === "" ? at.startsWith(window) : at.slice(0, 10) >= window && at.slice(0, 10) < end,
  );
  return found.length > 0 ? found : hours;
}

/** Hour by hour: what power cost, from where on all would stop, and what the machines drew. */
export const hourRows = (hours: readonly Hour[], stopUsdPerMwh: number | null): ChartRow[] =>
  hours.map((hour) => ({
    x: hour.at,
    values: { price: hour.price_usd_per_mwh, stop: stopUsdPerMwh, mw: hour.mw, on: hour.machines_on },
  }));

/** Machine hours that were off, of all there are; hours in which any was; hours in which all were. */
export function hoursOff(hours: readonly Hour[], machines: number) {
  const off = hours.map(({ machines_on }) => machines - machines_on);
  return {
    some: off.filter((count) => count > 0).length,
    all: off.filter((count) => count > 0 && count === machines).length,
    machineHours: off.reduce((sum, count) => sum + count, 0),
    sharePct: machines * hours.length > 0 ? (100 * off.reduce((sum, n) => sum + n, 0)) / (machines * hours.length) : 0,
  };
}

const COLUMNS = [
  "at",
  "price_usd_per_mwh",
  "credit_usd_per_mwh",
  "machines_on",
  "mw",
  "profit_usd",
] as const satisfies readonly (keyof Hour)[];

/** Every hour with every figure, unrounded, named as the interface names them. */
export const hoursCsv = (hours: readonly Hour[]): string =>
  [COLUMNS, ...hours.map((hour) => COLUMNS.map((name) => hour[name]))].map((line) => `${line.join(",")}\r\n`).join("");
