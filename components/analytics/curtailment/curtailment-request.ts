import { CurtailmentSimulationInput } from "@/lib/analytics/core/curtailment/simulation-schemas";
import { addUtcMonths, utcDateMs } from "@/lib/kernel/calendar";
import { parseNumber } from "@/lib/kernel/parse-number";
import type { PickerModel } from "@/lib/machines/schemas";
import { type FieldProblem, fieldProblems } from "../../calculator/field-problem";
import { isOwn } from "../fleet/fleet-draft";
import { readRows } from "../fleet/fleet-request";
import type { CurtailmentDraft, NumberName } from "./curtailment-draft";
import type { KeptPrices } from "./kept-prices";

type Around = { models: readonly PickerModel[]; ownMachines: number; prices: KeptPrices | null };

const MS_PER_HOUR = 3_600_000;
const MOST_MONTHS = 12;

/** Where the interface has a field, by the form's name. */
const PATHS: Record<string, NumberName> = {
  "tariff.base_usd_per_mwh": "base",
  "tariff.peak_usd_per_mwh": "peak",
  "tariff.utc_offset_hours": "utc_offset",
  "tariff.credit_usd_per_mwh": "credit",
  hashprice_usd_per_ph_day: "hashprice",
  pool_fee_pct: "pool_fee",
  min_off_hours: "min_off",
  restart_minutes: "restart",
  max_mw: "max_mw",
  min_mw: "min_mw",
  train_months: "train",
};

/** The request that a draft stands for, or what is wrong with which field. Without a file that it needs there is none. */
export function curtailmentRequest(
  draft: CurtailmentDraft,
  { models, ownMachines, prices }: Around,
): { request: object | null; problems: FieldProblem[] } {
  const { numbers, problems } = readNumbers(draft);
  const startMs = utcDateMs(draft.from);
  if (Number.isNaN(startMs)) problems.push({ path: "from", code: "date" });
  const hours = Number.isNaN(startMs) || !numbers.months ? 0 : hoursOf(startMs, numbers.months);
  const typed = isOwn(draft.fleet, ownMachines) ? null : readRows(draft.fleet.rows, models);
  if (typed) problems.push(...typed.problems);
  const priced = draft.source === "tariff" ? { tariff: tariffOf(draft, numbers, hours) } : { hours: filed() };
  const request = {
    start: Number.isNaN(startMs) ? "" : new Date(startMs).toISOString(),
    ...priced,
    ...(typed && { machines: typed.rows.map(machineOf) }),
    ...given("hashprice_usd_per_ph_day", numbers.hashprice),
    pool_fee_pct: numbers.pool_fee,
    min_off_hours: numbers.min_off,
    restart_minutes: numbers.restart,
    ...given("max_mw", numbers.max_mw),
    ...given("min_mw", numbers.min_mw),
    ...given("train_months", numbers.train),
  };
  const parsed = CurtailmentSimulationInput.safeParse(request);
  const wrong = [...problems, ...(parsed.success ? [] : fieldProblems(parsed.error.issues).map(byField))];
  const firsts = wrong.filter((problem, index) => wrong.findIndex(({ path }) => path === problem.path) === index);
  return { request: firsts.length === 0 ? request : null, problems: firsts };

  function filed() {
    if (!prices || Number.isNaN(startMs)) return undefined;
    const first = (startMs - Date.parse(prices.start)) / MS_PER_HOUR;
    const found = first < 0 ? [] : prices.usdPerMwh.slice(first, first + hours);
    if (found.length === 0) problems.push({ path: "from", code: "invalid" });
    return found.map((price_usd_per_mwh) => ({
      price_usd_per_mwh,
      ...(numbers.credit ? { credit_usd_per_mwh: numbers.credit } : {}),
    }));
  }
}

const given = (name: string, value: number | undefined) => (value === undefined ? {} : { [name]: value });

/** Whole months from a day on: no more than a year, which is what one answer holds. */
const hoursOf = (startMs: number, months: number): number => (addUtcMonths(startMs, months) - startMs) / MS_PER_HOUR;

type Numbers = Partial<Record<NumberName, number>>;
const OPTIONAL: readonly NumberName[] = ["hashprice", "max_mw", "min_mw", "train"];
const OF_TARIFF: readonly NumberName[] = ["base", "peak", "peak_from", "peak_to", "utc_offset"];
const WHOLE: Partial<Record<NumberName, readonly [number, number]>> = {
  months: [1, MOST_MONTHS],
  peak_from: [0, 23],
  peak_to: [0, 24],
};

function readNumbers({ numbers: typed, source }: CurtailmentDraft): { numbers: Numbers; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const numbers: Numbers = {};
  for (const [name, text] of Object.entries(typed) as [NumberName, string][]) {
    if (source === "file" && OF_TARIFF.includes(name)) continue;
    if (text.trim() === "") {
      if (!OPTIONAL.includes(name)) problems.push({ path: name, code: "required" });
      continue;
    }
    const value = parseNumber(text);
    const bounds = WHOLE[name];
    if (value === null) problems.push({ path: name, code: "not_a_number" });
    else if (bounds && !Number.isInteger(value)) problems.push({ path: name, code: "whole" });
    else if (bounds && value < bounds[0]) problems.push({ path: name, code: "too_small", limit: String(bounds[0]) });
    else if (bounds && value > bounds[1]) problems.push({ path: name, code: "too_big", limit: String(bounds[1]) });
    else numbers[name] = value;
  }
  return { numbers, problems };
}

function tariffOf({ weekdays, peakMonths }: CurtailmentDraft, numbers: Numbers, hours: number) {
  return {
    base_usd_per_mwh: numbers.base,
    peak_usd_per_mwh: numbers.peak,
    peak_hours: peakHours(numbers.peak_from ?? 0, numbers.peak_to ?? 0),
    peak_weekdays: weekdays,
    peak_months: peakMonths,
    utc_offset_hours: numbers.utc_offset,
    credit_usd_per_mwh: numbers.credit,
    hours,
  };
}

/** From 16:00 to 21:00: 16 to 20. From 22:00 to 6:00 goes over midnight; from an hour to itself is none. */
export function peakHours(from: number, to: number): number[] {
  const length = to >= from ? to - from : to + 24 - from;
  return Array.from({ length }, (_, index) => (from + index) % 24).sort((a, b) => a - b);
}

type ReadRow = ReturnType<typeof readRows>["rows"][number];
const machineOf = ({ hashrateTh, powerW, quantity }: ReadRow, index: number) => ({
  id: String(index + 1),
  hashrate_th: hashrateTh,
  power_w: powerW,
  quantity,
});

function byField(problem: FieldProblem): FieldProblem {
  return { ...problem, path: PATHS[problem.path] ?? problem.path };
}
