import { parseNumber } from "@/lib/kernel/parse-number";
import type { Cooling, ModelStatus } from "../../schemas";

const HASHRATE_UNITS: Record<string, number> = { gh: 1e-3, th: 1, ph: 1e3, eh: 1e6, g: 1e-3, t: 1, p: 1e3, e: 1e6 };
const POWER_UNITS: Record<string, number> = { w: 1, kw: 1e3, mw: 1e6, 瓦: 1, 千瓦: 1e3 };

/** `TH/s`, `(PH/S)`, `kW`: the factor to TH/s or W, where a heading or a cell ends with a unit. */
const HASHRATE_UNIT = /(?<![a-z])([gtpe]h|[gtpe])\s*(?:\/?\s*s(?:ec)?)?\)?$/iu;
const POWER_UNIT = /(?<![a-z])(k?w|mw|千瓦|瓦)(?:att?s?)?\)?$/iu;

type Unit = { factor: number; rest: string };

function unitOf(text: string, pattern: RegExp, units: Record<string, number>): Unit | null {
  const match = pattern.exec(text.normalize("NFKC").trim());
  const factor = match?.[1] ? units[match[1].toLowerCase()] : undefined;
  return match && factor !== undefined ? { factor, rest: match.input.slice(0, match.index) } : null;
}

/** The factor that a heading's unit asks for: `Power (kW)` is 1,000. */
export const headingFactor = (heading: string, field: "hashrate_th" | "power_w"): number =>
  (field === "power_w" ? unitOf(heading, POWER_UNIT, POWER_UNITS) : unitOf(heading, HASHRATE_UNIT, HASHRATE_UNITS))
    ?.factor ?? 1;

/** How a file's numbers are read. */
type ReadNumber = (text: string) => number | null;

/** `200`, `200 TH/s`, `1.2 PH/s`: TH/s. A cell's own unit goes before its heading's. Null: no number. */
export const readHashrate = (text: string, factor: number, read: ReadNumber = parseNumber): number | null =>
  inUnit(text, unitOf(text, HASHRATE_UNIT, HASHRATE_UNITS), { factor, read });

/** `3550`, `3,550 W`, `3.55 kW`: W. */
export const readPower = (text: string, factor: number, read: ReadNumber = parseNumber): number | null =>
  inUnit(text, unitOf(text, POWER_UNIT, POWER_UNITS), { factor, read });

function inUnit(
  text: string,
  unit: Unit | null,
  { factor, read }: { factor: number; read: ReadNumber },
): number | null {
  const value = read(unit?.rest ?? text);
  // Fifteen digits are what a double holds: 3.55 · 1000 is 3549.9999999999995.
  return value === null ? null : Number((value * (unit?.factor ?? factor)).toPrecision(15));
}

/** `2024`, and the year of a date: `2024-05-01`, `2024年5月`. */
export function readYear(text: string): number | null {
  const [, year] = /^(\d{4})(?:\.0+)?(?:$|[-/.年T])/u.exec(text.normalize("NFKC").trim()) ?? [];
  return year === undefined ? null : Number(year);
}

const COOLING = new Map<string, Cooling>([
  ...["air", "fan", "fans", "air cooled", "风冷", "空冷", "气冷"].map((word) => [word, "air"] as const),
  ...["hydro", "hyd", "water", "liquid", "water cooled", "水冷", "液冷", "水冷式"].map(
    (word) => [word, "hydro"] as const,
  ),
  ...["immersion", "imm", "oil", "浸没", "浸没式", "浸没冷却", "油冷", "浸没液冷"].map(
    (word) => [word, "immersion"] as const,
  ),
]);

export const readCooling = (text: string): Cooling | null =>
  COOLING.get(wordOf(text).replace(/ ?cooling$/u, "")) ?? null;

/** How a machine is cooled by its name, where the file doesn't say: `S21 Hyd` is hydro. Most are cooled by air. */
export function coolingOfName(modelName: string): Cooling {
  if (/\bhyd(ro)?\b|水冷|液冷/iu.test(modelName)) return "hydro";
  return /\bimm(ersion)?\b|浸没|油冷/iu.test(modelName) ? "immersion" : "air";
}

const STATUS = new Map<string, ModelStatus>([
  ...["shipped", "shipping", "available", "on sale", "yes", "已发货", "已出货", "已上市", "在售"].map(
    (word) => [word, "shipped"] as const,
  ),
  ...["announced", "upcoming", "preorder", "pre order", "未发货", "未出货", "已发布", "预售", "期货"].map(
    (word) => [word, "announced"] as const,
  ),
]);

export const readStatus = (text: string): ModelStatus | null => STATUS.get(wordOf(text)) ?? null;

const wordOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[-_\s]+/gu, " ")
    .trim();
