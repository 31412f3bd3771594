import { z } from "zod";
import { fieldErrors } from "@/lib/kernel/field-errors";
import { issueWords } from "@/lib/kernel/issue-words";
import { headingFactor, readHashrate, readPower } from "../import/read-cell";
import { splitLabel } from "../import/split-label";
import { AddUserMiner } from "../user-miners/schemas";
import type { modelFinder } from "./find-model";
import { priceFactor, readDay, readMoney, readPrice, readQuantity } from "./read-fleet-cell";
import { FLEET_FIELDS, type FleetCellError, type FleetColumn, type FleetField, type FleetRow } from "./schemas";

type Cell = { text: string; column: number | null };
/** A value (null: nothing stands there), or what is wrong with the cell. */
type Value = { value: unknown } | { code: string; message: string };

/** What a list says of machines is judged by what may be kept of them. */
const { quantity, electricity_cost, label, site, purchased_at, cost_usd } = AddUserMiner.shape;
const ABOVE_NOTHING = "A number above 0 and at most 1,000,000.";
const amount = z.number().gt(0, { error: ABOVE_NOTHING }).max(1e6, { error: ABOVE_NOTHING }).nullable();
const Entry = z.object({
  ...{ quantity, electricity_cost, label, site, purchased_at, cost_usd },
  ...{ hashrate_th: amount, power_w: amount },
});

/** What people write where they have nothing to say. */
const NOTHING = /^(?:[-–—./\\]+|n\/?a|none|null|nil|无|暂无)$/iu;

type Ways = { read(text: string): number | null; find: ReturnType<typeof modelFinder> };
export type ReadRow = FleetRow & { unknown: { name: string; candidates: string[] } | null };

/** Reads rows of a list whose columns are known: what each says, or which of its cells are wrong. */
export function fleetRowReader(columns: readonly FleetColumn[], { read, find }: Ways) {
  const place = new Map(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])));
  const heading = (field: FleetField) => columns.find((column) => column.field === field)?.heading ?? "";
  const factors = {
    hashrate: headingFactor(heading("hashrate_th"), "hashrate_th"),
    power: headingFactor(heading("power_w"), "power_w"),
    price: priceFactor(heading("electricity_cost")),
    isYuan: priceFactor(`${heading("cost_usd")} ${heading("unit_cost_usd")}`) === null,
  };
  return (row: number, cells: readonly string[]): ReadRow => {
    const given = Object.fromEntries(
      FLEET_FIELDS.map((field) => {
        const column = place.get(field) ?? null;
        const text = column === null ? "" : (cells[column - 1] ?? "");
        return [field, { column, text: NOTHING.test(text) ? "" : text }];
      }),
    ) as Record<FleetField, Cell>;
    return judged(row, given, valuesOf(given, factors, read), find);
  };
}

type Factors = { hashrate: number; power: number; price: number | null; isYuan: boolean };

function valuesOf(cells: Record<FleetField, Cell>, factors: Factors, read: Ways["read"]) {
  const of = (field: FleetField, how: (text: string) => Value): Value =>
    cells[field].text === "" ? { value: null } : how(cells[field].text);
  const money = (text: string): Value => (factors.isYuan ? CURRENCY : moneyOf(readMoney(text, read)));
  return {
    quantity: cells.quantity.text === "" ? { value: 1 } : numberOf(readQuantity(cells.quantity.text, read)),
    hashrate_th: of("hashrate_th", (text) => numberOf(readHashrate(text, factors.hashrate, read))),
    power_w: of("power_w", (text) => numberOf(readPower(text, factors.power, read))),
    electricity_cost: of("electricity_cost", (text) => moneyOf(readPrice(text, factors.price, read))),
    label: of("label", (text) => ({ value: text })),
    site: of("site", (text) => ({ value: text })),
    purchased_at: of("purchased_at", (text) => dayOf(readDay(text))),
    cost_usd: of("cost_usd", money),
    unit_cost_usd: of("unit_cost_usd", money),
  } satisfies Partial<Record<FleetField, Value>>;
}

const CURRENCY: Value = { code: "currency", message: "This is not in US dollars: convert it first." };

const numberOf = (value: number | null): Value =>
  value === null ? { code: "not_a_number", message: "This is no number: write it like 3550 or 3,550." } : { value };

function moneyOf(read: ReturnType<typeof readMoney>): Value {
  if (read === "currency") return CURRENCY;
  return read === "not_a_number" ? numberOf(null) : read;
}

function dayOf(read: ReturnType<typeof readDay>): Value {
  if (read === "ambiguous") return { code: "ambiguous_day", message: "Day or month first? Write it like 2026-01-31." };
  return read === null ? { code: "not_a_day", message: "This is no day: write it like 2026-01-31." } : { value: read };
}

function judged(
  row: number,
  cells: Record<FleetField, Cell>,
  values: ReturnType<typeof valuesOf>,
  find: Ways["find"],
): ReadRow {
  const wrong = (field: FleetField, code: string, message: string): FleetCellError => ({
    ...{ field, code, message, column: cells[field].column },
    text: Array.from(cells[field].text).slice(0, 80).join(""),
  });
  const errors = Object.entries(values).flatMap(([field, value]) =>
    "value" in value ? [] : [wrong(field as FleetField, value.code, value.message)],
  );
  const plain = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, "value" in value ? value.value : null]),
  );
  const perUnit = typeof plain.unit_cost_usd === "number" ? plain.unit_cost_usd * Number(plain.quantity) : null;
  const parsed = Entry.safeParse({ ...plain, cost_usd: plain.cost_usd ?? perUnit }, { error: issueWords });
  const isKnown = new Set<string>(errors.map(({ field }) => field));
  for (const { path, code, message } of parsed.success ? [] : fieldErrors(parsed.error)) {
    const field = path === "cost_usd" && plain.cost_usd === null ? "unit_cost_usd" : (path as FleetField);
    if (!isKnown.has(field)) errors.push(wrong(field, code, message));
  }
  const { unknown, ...machine } = machineOf(cells.miner_model.text, plain, find);
  if (machine.error)
    errors.push({
      ...wrong("miner_model", machine.error.code, machine.error.message),
      ...(unknown ? { candidates: unknown.candidates } : {}),
    });
  if (errors.length > 0 || !parsed.success) return { row, facts: null, errors, unknown };
  const { label: name, site: where, purchased_at: day, cost_usd: cost, electricity_cost: price, ...rest } = parsed.data;
  return {
    row,
    facts: {
      ...{ miner_model_id: machine.id, miner_model: machine.name, ...rest },
      ...{ label: name ?? null, site: where ?? null, purchased_at: day ?? null },
      ...{ cost_usd: cost ?? null, electricity_cost: price ?? null },
    },
    errors,
    unknown,
  };
}

type Machine = {
  id: string | null;
  name: string | null;
  error: { code: string; message: string } | null;
  unknown: ReadRow["unknown"];
};

/** Which machine a row is about: one of the catalogue, or one that is given by its numbers. */
function machineOf(name: string, plain: Record<string, unknown>, find: Ways["find"]): Machine {
  const hashrate = typeof plain.hashrate_th === "number" ? plain.hashrate_th : null;
  const isGiven = hashrate !== null && typeof plain.power_w === "number";
  const none = { id: null, name: name === "" ? null : name, error: null, unknown: null };
  if (name === "") {
    const error = { code: "required", message: "Name the machine, or give its hashrate and its power." };
    return isGiven ? none : { ...none, error };
  }
  const found = find(name, hashrate ?? splitLabel(name).hashrateTh);
  if (found.model) return { ...none, id: found.model.id, name: found.model.label };
  const unknown = { name, candidates: found.candidates };
  if (isGiven) return { ...none, unknown };
  const meant = found.candidates.length > 0 ? ` Is it ${found.candidates.join(" or ")}?` : "";
  return { ...none, unknown, error: { code: "unknown_model", message: `The catalogue has no such machine.${meant}` } };
}
