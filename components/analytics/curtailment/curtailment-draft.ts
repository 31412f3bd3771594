import { type FleetDraft, readFleet, writeFleet } from "../fleet/fleet-draft";

/** The numbers of the form, as typed. */
export const NUMBERS = [
  "base",
  "peak",
  "peak_from",
  "peak_to",
  "utc_offset",
  "credit",
  "months",
  "hashprice",
  "pool_fee",
  "min_off",
  "restart",
  "max_mw",
  "min_mw",
  "train",
] as const;
export type NumberName = (typeof NUMBERS)[number];

/** What stands in the form of a curtailment. */
export type CurtailmentDraft = {
  fleet: FleetDraft;
  source: "tariff" | "file";
  market: "day_ahead" | "real_time";
  numbers: Record<NumberName, string>;
  /** 1 Monday to 7 Sunday. */
  weekdays: readonly number[];
  /** 1 January to 12 December. */
  peakMonths: readonly number[];
  /** The first day of what is simulated. */
  from: string;
  /** What the charts show: all, a month (2025-03) or the week from a day on (2025-03-03). */
  window: string;
};

/** Hours of the afternoon and evening of working days: peaks as many tariffs have them. */
export const FIRST_NUMBERS: Record<NumberName, string> = {
  base: "40",
  peak: "180",
  peak_from: "16",
  peak_to: "21",
  utc_offset: "0",
  credit: "0",
  months: "12",
  hashprice: "",
  pool_fee: "2",
  min_off: "1",
  restart: "15",
  max_mw: "",
  min_mw: "",
  train: "",
};
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const WORKING_DAYS = [1, 2, 3, 4, 5];
const MOST_LETTERS = 20;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WINDOW = /^\d{4}-\d{2}(-\d{2})?$/;

/** `from` is where the form begins when the address says nothing. */
export function readCurtailment(query: URLSearchParams, from: string): CurtailmentDraft {
  const some = (name: string, all: readonly number[], usual: readonly number[]) => {
    const text = query.get(name);
    return text === null ? usual : all.filter((number) => text.split(".").includes(String(number)));
  };
  const asked = query.get("from") ?? "";
  const window = query.get("window") ?? "";
  return {
    fleet: readFleet(query),
    source: query.get("source") === "file" ? "file" : "tariff",
    market: query.get("market") === "real_time" ? "real_time" : "day_ahead",
    numbers: Object.fromEntries(
      NUMBERS.map((name) => [name, (query.get(name) ?? FIRST_NUMBERS[name]).slice(0, MOST_LETTERS)]),
    ) as Record<NumberName, string>,
    weekdays: some("weekdays", WEEKDAYS, WORKING_DAYS),
    peakMonths: some("peak_months", MONTHS, MONTHS),
    from: DAY.test(asked) ? asked : from,
    window: WINDOW.test(window) ? window : "",
  };
}

/** Only what differs from the form's beginning; the days always, for they are what the answer is about. */
export function writeCurtailment(draft: CurtailmentDraft): URLSearchParams {
  const { fleet, source, market, numbers, weekdays, peakMonths, from, window } = draft;
  const query = new URLSearchParams();
  writeFleet(fleet, query);
  if (source !== "tariff") query.set("source", source);
  if (market !== "day_ahead") query.set("market", market);
  for (const name of NUMBERS) if (numbers[name] !== FIRST_NUMBERS[name]) query.set(name, numbers[name]);
  if (weekdays.join() !== WORKING_DAYS.join()) query.set("weekdays", weekdays.join("."));
  if (peakMonths.length !== MONTHS.length) query.set("peak_months", peakMonths.join("."));
  query.set("from", from);
  if (window) query.set("window", window);
  return query;
}
