import type { MachineModel } from "../../schemas";
import { numberReader } from "./decimal-mark";
import { findHeading, guessBareColumns, type SheetRow } from "./find-heading";
import { modelFinder } from "./find-model";
import { fleetColumns } from "./fleet-columns";
import type { FleetField } from "./fleet-fields";
import { fleetRowReader, type ReadRow } from "./read-fleet-row";
import {
  FLEET_LIMITS,
  type FleetColumn,
  type FleetReading,
  type FleetRow,
  type FleetSummary,
  type UnknownName,
} from "./schemas";

export type ReadFleet = { summary: FleetSummary; rows: FleetRow[] };

const PREVIEW_ROWS = 20;
const NUMBERS: readonly FleetField[] = [
  ...(["quantity", "hashrate_th", "power_w", "electricity_cost", "cost_usd", "unit_cost_usd"] as const),
];
/** What our own template's examples say in their last cell: left in the list, they are no machines. */
const EXAMPLE = /^(?:Example \(delete this row\): |示例（请删除此行）：)/u;
const TOTAL = /^(?:grand |sub)?-?\s?(?:total|sum|totals)\b|^(?:合计|总计|小计|总数|汇总)/iu;

/** Reads a list of machines: what each row says, what is wrong with it, and what the catalogue doesn't know. */
export function readFleet(
  sheet: readonly SheetRow[],
  models: readonly MachineModel[],
  { mapping, models: chosen, heading_row }: FleetReading,
): ReadFleet {
  const at = heading_row === undefined ? findHeading(sheet) : sheet.findIndex(({ row }) => row === heading_row);
  const body = sheet.slice(at + 1);
  const guessed = at === -1 ? guessBareColumns(body, models) : {};
  const columns = fleetColumns.guess(sheet[at]?.cells ?? [], body[0]?.cells ?? [], { ...guessed, ...mapping });
  const missing = missingFields(columns);
  const machines = body.filter(({ cells }) => !isTotal(cells, columns));
  const counting = machines.filter(({ cells }) => !cells.some((cell) => EXAMPLE.test(cell)));
  const read = missing.length > 0 ? [] : readRows(counting, columns, { models, chosen });
  const good = read.filter(({ facts }) => facts !== null).length;
  return {
    rows: read.map(({ row, facts, errors }) => ({ row, facts, errors })),
    summary: {
      heading_row: sheet[at]?.row ?? null,
      columns,
      missing,
      preview: body
        .slice(0, PREVIEW_ROWS)
        .map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.slice(0, 200)) })),
      unknown_names: unknownNames(read, models),
      counts: {
        ...{ good, wrong: read.length - good, skipped: Math.max(0, at) + body.length - counting.length },
        ...{ totals: body.length - machines.length, blank: blankRows(sheet.slice(Math.max(0, at))) },
      },
    },
  };
}

function readRows(
  rows: readonly SheetRow[],
  columns: readonly FleetColumn[],
  { models, chosen }: { models: readonly MachineModel[]; chosen: FleetReading["models"] },
): ReadRow[] {
  const numbers = columns
    .filter(({ field }) => field !== null && NUMBERS.includes(field))
    .map(({ column }) => column - 1);
  const texts = rows.flatMap(({ cells }) => numbers.map((column) => cells[column] ?? ""));
  const readRow = fleetRowReader(columns, { read: numberReader(texts), find: modelFinder(models, chosen) });
  return rows.map(({ row, cells }) => readRow(row, cells));
}

/** Rows that a spreadsheet numbers and that hold nothing: what reads a file leaves them out. */
const blankRows = (rows: readonly SheetRow[]): number =>
  rows.length === 0 ? 0 : (rows.at(-1)?.row ?? 0) - (rows[0]?.row ?? 0) + 1 - rows.length;

/** A machine is known by its name, or by its hashrate and its power. */
function missingFields(columns: readonly FleetColumn[]): FleetField[] {
  const has = (field: FleetField) => columns.some((column) => column.field === field);
  if (has("miner_model")) return [];
  const numbers = (["hashrate_th", "power_w"] as const).filter((field) => !has(field));
  return numbers.length === 1 ? numbers : numbers.length === 0 ? [] : ["miner_model"];
}

/** A line of sums under the machines is no machine. */
function isTotal(cells: readonly string[], columns: readonly FleetColumn[]): boolean {
  const named = columns.find(({ field }) => field === "miner_model");
  const name = named ? (cells[named.column - 1] ?? "") : "";
  return TOTAL.test(name === "" ? (cells.find((cell) => cell !== "") ?? "") : name);
}

function unknownNames(rows: readonly ReadRow[], models: readonly MachineModel[]): UnknownName[] {
  const byLabel = new Map(models.map((model) => [model.label, model]));
  const names = new Map<string, UnknownName>();
  for (const { row, unknown } of rows) {
    if (!unknown) continue;
    const known = names.get(unknown.name);
    if (known) known.rows++;
    else if (names.size < FLEET_LIMITS.names)
      names.set(unknown.name, {
        ...{ name: unknown.name, rows: 1, first_row: row },
        candidates: unknown.candidates.flatMap((label) => {
          const model = byLabel.get(label);
          return model ? [{ id: model.id, label, hashrate_th: model.hashrate_th, power_w: model.power_w }] : [];
        }),
      });
  }
  return [...names.values()].toSorted((a, b) => b.rows - a.rows);
}
