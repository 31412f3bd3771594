import { z } from "zod";
import { EPOCH_BLOCKS } from "@/lib/kernel/bitcoin/epochs";
import type { Series } from "../schemas";
import type { DayValue, EpochRow } from "./history";
import { FIRST_DAY, implausibleDay } from "./plausible-days";

/** Columns of a file of days, and what one of their units is in the series. `date` is the UTC day. */
const DAILY: Readonly<Record<string, { series: Series; perUnit?: number }>> = {
  price_usd: { series: "btc_price" },
  difficulty_eod: { series: "difficulty" },
  difficulty_mean: { series: "difficulty_mean" },
  hashrate_ths: { series: "network_hashrate", perUnit: 1e6 },
  height_eod: { series: "block_height" },
  block_count: { series: "block_count" },
  fees_btc: { series: "fees_btc" },
  tx_count: { series: "tx_count" },
  market_cap_usd: { series: "market_cap" },
  fear_greed: { series: "fear_greed_index" },
};
const EPOCH_NEEDS = ["start_height", "difficulty"];
const EPOCH_USES = ["epoch", ...EPOCH_NEEDS, "start_time_utc", "start_unix", "change_pct"];

/** What a file's first line says that it holds. */
export type Layout = { kind: "daily" | "epochs"; header: readonly string[]; ignored: readonly string[] };

/** Which of the two known files it is, by its header in any order; `null` when neither. */
export function recogniseLayout(cells: readonly string[]): Layout | null {
  const header = cells.map((cell) => cell.trim().toLowerCase());
  const has = (name: string) => header.includes(name);
  const layout = (kind: Layout["kind"], used: readonly string[]): Layout => ({
    kind,
    header,
    ignored: header.filter((name) => !used.includes(name)),
  });
  if (EPOCH_NEEDS.every(has) && (has("start_time_utc") || has("start_unix"))) return layout("epochs", EPOCH_USES);
  if (has("date") && Object.keys(DAILY).some(has)) return layout("daily", ["date", ...Object.keys(DAILY)]);
  return null;
}

/** For a person whose file is neither. */
export const KNOWN_COLUMNS = `a file of days has "date" (2026-01-31) and any of ${Object.keys(DAILY).join(", ")}; a file of difficulty epochs has ${EPOCH_NEEDS.join(", ")} and start_time_utc or start_unix`;

export type ParsedRow = { key: string; days: DayValue[]; epoch: EpochRow | null } | { reason: string };

/**
 * One line of a file, wholly believed or wholly refused with the reason. Empty cells are values that don't exist;
 * `key` is what may stand in a file only once.
 */
export function parseRow(layout: Layout, cells: readonly string[], now: Date): ParsedRow {
  if (cells.length !== layout.header.length)
    return { reason: `has ${cells.length} cells, the header has ${layout.header.length}` };
  const row = new Map(layout.header.map((name, index) => [name, (cells[index] ?? "").trim()]));
  const cell = (name: string) => row.get(name) ?? "";
  return layout.kind === "daily" ? parseDay(cell, now) : parseEpoch(cell, now);
}

type Cell = (name: string) => string;
const isoDay = z.iso.date();

function parseDay(cell: Cell, now: Date): ParsedRow {
  const day = cell("date");
  if (!isoDay.safeParse(day).success) return { reason: `date "${day}" is not a day like 2026-01-31` };
  const days: DayValue[] = [];
  for (const [name, { series, perUnit = 1 }] of Object.entries(DAILY)) {
    const text = cell(name);
    if (text === "") continue;
    const number = decimal(text);
    if (number === null) return { reason: `${name} "${text}" is not a number` };
    const value = { series, day, value: number / perUnit };
    const reason = implausibleDay(value, now.toISOString().slice(0, 10));
    if (reason) return { reason };
    days.push(value);
  }
  return days.length > 0 ? { key: day, days, epoch: null } : { reason: "has a value in none of the known columns" };
}

function parseEpoch(cell: Cell, now: Date): ParsedRow {
  const startHeight = decimal(cell("start_height"));
  if (startHeight === null || !Number.isInteger(startHeight) || startHeight < 0)
    return { reason: `start_height "${cell("start_height")}" is not a height` };
  if (startHeight % EPOCH_BLOCKS !== 0)
    return { reason: `start_height ${startHeight} is not a multiple of ${EPOCH_BLOCKS}` };
  const epoch = cell("epoch");
  if (epoch !== "" && decimal(epoch) !== startHeight / EPOCH_BLOCKS)
    return { reason: `epoch ${epoch} doesn't begin at height ${startHeight}` };
  const difficulty = decimal(cell("difficulty"));
  if (difficulty === null || difficulty < 1 || difficulty > 1e18)
    return { reason: `difficulty "${cell("difficulty")}" is not a difficulty` };
  const startTime = epochTime(cell);
  if (!startTime || startTime.toISOString() < FIRST_DAY || startTime > now)
    return { reason: `its time "${cell("start_time_utc") || cell("start_unix")}" is not one in the past of the chain` };
  const change = cell("change_pct");
  const changePct = change === "" ? null : decimal(change);
  if (change !== "" && (changePct === null || changePct < -75.001 || changePct > 300.001))
    return { reason: `change_pct "${change}" is not a change of -75 to 300 %` };
  return { key: String(startHeight), days: [], epoch: { startHeight, startTime, difficulty, changePct } };
}

function epochTime(cell: Cell): Date | null {
  const unix = decimal(cell("start_unix"));
  if (unix !== null) return new Date(unix * 1000);
  const text = cell("start_time_utc");
  return z.iso.datetime().safeParse(text).success ? new Date(text) : null;
}

/** `1.747679146e+12` is a number as well; `1,000`, `NaN` and an empty cell are none. */
const decimal = (text: string): number | null => (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : null);
