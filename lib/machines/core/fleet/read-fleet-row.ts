import { z } from "zod";
import { fieldErrors } from "@/lib/kernel/field-errors";
import { issueWords } from "@/lib/kernel/issue-words";
import { splitLabel } from "../import/split-label";
import { AddUserMiner } from "../user-miners/schemas";
import type { modelFinder } from "./find-model";
import { type Cell, type CellValues, fleetCellReader } from "./fleet-cells";
import { FLEET_FIELDS, type FleetField } from "./fleet-fields";
import type { FleetCellError, FleetColumn, FleetRow } from "./schemas";

/** What a list says of machines is judged by what may be kept of them. */
const { quantity, electricity_cost, label, site, purchased_at, cost_usd } = AddUserMiner.shape;
const ABOVE_NOTHING = "A number above 0 and at most 1,000,000.";
const amount = z.number().gt(0, { error: ABOVE_NOTHING }).max(1e6, { error: ABOVE_NOTHING }).nullable();
const Entry = z.object({
  ...{ quantity, electricity_cost, label, site, purchased_at, cost_usd },
  ...{ hashrate_th: amount, power_w: amount },
});
type Entry = z.output<typeof Entry>;

/** What people write where they have nothing to say. */
const NOTHING = /^(?:[-–—./\\]+|n\/?a|none|null|nil|无|暂无)$/iu;

type Ways = { read(text: string): number | null; find: ReturnType<typeof modelFinder> };
type Cells = Record<FleetField, Cell>;
export type ReadRow = FleetRow & { unknown: { name: string; candidates: string[] } | null };

/** Reads rows of a list whose columns are known: what each says, or which of its cells are wrong. */
export function fleetRowReader(columns: readonly FleetColumn[], { read, find }: Ways) {
  const place = new Map(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])));
  const readCells = fleetCellReader(columns, read);
  return (row: number, given: readonly string[]): ReadRow => {
    const cells = Object.fromEntries(
      FLEET_FIELDS.map((field) => {
        const column = place.get(field) ?? null;
        const text = column === null ? "" : (given[column - 1] ?? "");
        return [field, { column, text: NOTHING.test(text) ? "" : text }];
      }),
    ) as Cells;
    const { plain, entry, errors } = judged(cells, readCells(cells));
    const machine = machineOf(cells, plain, find);
    if (machine.error) errors.push(machine.error);
    const isGood = entry !== null && errors.length === 0;
    return { row, facts: isGood ? factsOf(machine, entry) : null, errors, unknown: machine.unknown };
  };
}

const wrong = (cells: Cells, field: FleetField, code: string, message: string): FleetCellError => ({
  ...{ field, code, message, column: cells[field].column },
  text: Array.from(cells[field].text).slice(0, 80).join(""),
});

type Plain = Record<string, unknown>;

/** What the cells say together, as far as they can be read, and each that is wrong. */
function judged(cells: Cells, values: CellValues): { plain: Plain; entry: Entry | null; errors: FleetCellError[] } {
  const plain: Plain = {};
  const errors: FleetCellError[] = [];
  for (const [name, value] of Object.entries(values)) {
    plain[name] = "value" in value ? value.value : null;
    if (!("value" in value)) errors.push(wrong(cells, name as FleetField, value.code, value.message));
  }
  const { cost_usd: whole, unit_cost_usd: each } = plain;
  const cost = whole ?? (typeof each === "number" ? each * Number(plain.quantity) : null);
  const parsed = Entry.safeParse({ ...plain, cost_usd: cost }, { error: issueWords });
  if (parsed.success) return { plain, entry: parsed.data, errors };
  const unread = new Set<string>(errors.map(({ field }) => field));
  for (const { path, code, message } of fieldErrors(parsed.error)) {
    const field = path === "cost_usd" && whole === null ? "unit_cost_usd" : (path as FleetField);
    if (!unread.has(field)) errors.push(wrong(cells, field, code, message));
  }
  return { plain, entry: null, errors };
}

type Machine = {
  id: string | null;
  name: string | null;
  error: FleetCellError | null;
  unknown: ReadRow["unknown"];
};

/** Which machine a row is about: one of the catalogue, or one that is given by its numbers. */
function machineOf(cells: Cells, plain: Plain, find: Ways["find"]): Machine {
  const name = cells.miner_model.text;
  const hashrate = typeof plain.hashrate_th === "number" ? plain.hashrate_th : null;
  const isGiven = hashrate !== null && typeof plain.power_w === "number";
  const none = { id: null, name: name === "" ? null : name, error: null, unknown: null };
  const unnamed = "Name the machine, or give its hashrate and its power.";
  if (name === "") return isGiven ? none : { ...none, error: wrong(cells, "miner_model", "required", unnamed) };
  const found = find(name, hashrate ?? splitLabel(name).hashrateTh);
  if (found.model) return { ...none, id: found.model.id, name: found.model.label };
  const { candidates } = found;
  const unknown = { name, candidates };
  if (isGiven) return { ...none, unknown };
  const meant = candidates.length > 0 ? ` Is it ${candidates.join(" or ")}?` : "";
  const error = wrong(cells, "miner_model", "unknown_model", `The catalogue has no such machine.${meant}`);
  return { ...none, unknown, error: { ...error, candidates } };
}

const factsOf = ({ id, name }: Machine, entry: Entry): NonNullable<FleetRow["facts"]> => ({
  ...{ miner_model_id: id, miner_model: name },
  ...{ quantity: entry.quantity, hashrate_th: entry.hashrate_th, power_w: entry.power_w },
  ...{ electricity_cost: entry.electricity_cost ?? null, label: entry.label ?? null, site: entry.site ?? null },
  ...{ purchased_at: entry.purchased_at ?? null, cost_usd: entry.cost_usd ?? null },
});
