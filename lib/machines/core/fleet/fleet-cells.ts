import { headingFactor, readHashrate, readPower } from "../import/read-cell";
import type { FleetField } from "./fleet-fields";
import { priceFactor, readDay, readMoney, readPrice, readQuantity } from "./read-fleet-cell";
import type { FleetColumn } from "./schemas";

type ReadNumber = (text: string) => number | null;
export type Cell = { text: string; column: number | null };
/** A value (null: nothing stands there), or what is wrong with the cell. */
type Value = { value: unknown } | { code: string; message: string };

/** Every cell of a row but the machine's name. */
export type CellValues = Record<Exclude<FleetField, "miner_model">, Value>;

/** Reads the cells of rows whose columns have these headings, with the list's own way of writing numbers. */
export function fleetCellReader(columns: readonly FleetColumn[], read: ReadNumber) {
  const heading = (field: FleetField) => columns.find((column) => column.field === field)?.heading ?? "";
  const hashrate = headingFactor(heading("hashrate_th"), "hashrate_th");
  const power = headingFactor(heading("power_w"), "power_w");
  const price = priceFactor(heading("electricity_cost"));
  const isForeign = priceFactor(`${heading("cost_usd")} ${heading("unit_cost_usd")}`) === null;
  const money = (text: string): Value => (isForeign ? CURRENCY : moneyOf(readMoney(text, read)));
  return (cells: Record<FleetField, Cell>): CellValues => {
    const of = (field: FleetField, how: (text: string) => Value): Value =>
      cells[field].text === "" ? { value: null } : how(cells[field].text);
    return {
      quantity: cells.quantity.text === "" ? { value: 1 } : numberOf(readQuantity(cells.quantity.text, read)),
      hashrate_th: of("hashrate_th", (text) => numberOf(readHashrate(text, hashrate, read))),
      power_w: of("power_w", (text) => numberOf(readPower(text, power, read))),
      electricity_cost: of("electricity_cost", (text) => moneyOf(readPrice(text, price, read))),
      label: of("label", (text) => ({ value: text })),
      site: of("site", (text) => ({ value: text })),
      purchased_at: of("purchased_at", (text) => dayOf(readDay(text))),
      cost_usd: of("cost_usd", money),
      unit_cost_usd: of("unit_cost_usd", money),
    };
  };
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
