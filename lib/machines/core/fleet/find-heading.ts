import type { MachineModel } from "../../schemas";
import { resolveModel } from "../resolve-model";
import { fleetColumns } from "./fleet-columns";
import type { FleetField } from "./fleet-fields";

export type SheetRow = { row: number; cells: readonly string[] };

/** Lists have a title and a date above their headings. */
const LOOKED_AT = 10;

/** Which of the first rows holds the headings: the one that names most fields. -1: none, it is a bare paste. */
export function findHeading(rows: readonly SheetRow[]): number {
  const named = rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => new Set(cells.flatMap((cell) => fleetColumns.fieldOf(cell) ?? [])));
  const most = Math.max(0, ...named.map(({ size }) => size));
  const best = named.findIndex(({ size }) => size === most);
  // One word such as "Rate" may stand in any list.
  if (most > 1 || named[best]?.has("miner_model")) return best;
  return hasDigits(rows[0]) || !rows.slice(1, LOOKED_AT).some(hasDigits) ? -1 : 0;
}

/** Words above numbers are headings, in whatever language. */
const hasDigits = (row: SheetRow | undefined): boolean => row?.cells.some((cell) => /\p{Nd}/u.test(cell)) ?? false;

/**
 * What a list without headings holds, as far as its cells say it: the column whose names the catalogue knows, and of the
 * others the only one that counts.
 */
export function guessBareColumns(
  rows: readonly SheetRow[],
  models: readonly MachineModel[],
): Partial<Record<FleetField, number>> {
  const looked = rows.slice(0, 20);
  const width = Math.max(0, ...looked.map(({ cells }) => cells.length));
  const share = (column: number, test: (text: string) => boolean) =>
    looked.filter(({ cells }) => test(cells[column] ?? "")).length / looked.length;
  const columns = Array.from({ length: width }, (_, column) => column);
  const known = columns.map((column) =>
    share(column, (text) => text !== "" && resolveModel(models, text).model !== null),
  );
  const best = known.indexOf(Math.max(0, ...known));
  if (best === -1 || (known[best] ?? 0) < 0.5) return {};
  const counts = columns.filter((column) => column !== best && share(column, (text) => /^\d{1,4}$/u.test(text)) >= 0.9);
  const [quantity] = counts;
  return {
    miner_model: best + 1,
    ...(counts.length === 1 && quantity !== undefined ? { quantity: quantity + 1 } : {}),
  };
}
