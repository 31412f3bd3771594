import { parseNumber } from "@/lib/kernel/parse-number";
import type { PickerModel } from "@/lib/machines/schemas";
import type { FieldProblem } from "../../calculator/field-problem";
import { CUSTOM_MODEL, type FleetRowDraft } from "./fleet-draft";

/** A row as an analysis takes it; what could not be read is undefined, and said among the problems. */
export type ReadRow = {
  /** The catalogue's, null for one by its own figures. */
  model: PickerModel | null;
  quantity: number | undefined;
  hashrateTh: number | undefined;
  powerW: number | undefined;
  priceUsd: number | undefined;
  since: string | undefined;
};

type Models = readonly PickerModel[];

/** The model that a row names, by name or id in any case. */
export function modelOf(models: Models, name: string): PickerModel | null {
  const wanted = name.trim().toLowerCase();
  return models.find((model) => model.id === wanted || model.name.toLowerCase() === wanted) ?? null;
}

/** What was typed of machines, and what of it is no number or names no machine. */
export function readRows(
  rows: readonly FleetRowDraft[],
  models: Models,
): { rows: ReadRow[]; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const read = rows.map((row, index) => {
    const at = (field: string) => `machines.${index}.${field}`;
    const number = (field: string, text: string, isNeeded = false): number | undefined => {
      if (text.trim() === "") {
        if (isNeeded) problems.push({ path: at(field), code: "required" });
        return undefined;
      }
      const value = parseNumber(text);
      if (value === null) problems.push({ path: at(field), code: "not_a_number" });
      return value ?? undefined;
    };
    const isCustom = row.model === CUSTOM_MODEL;
    const model = isCustom ? null : modelOf(models, row.model);
    if (!isCustom && !model) problems.push({ path: at("miner_model"), code: "machine" });
    return {
      model,
      quantity: number("quantity", row.quantity, true),
      hashrateTh: isCustom ? number("hashrate_th", row.hashrate, true) : model?.hashrate_th,
      powerW: isCustom ? number("power_w", row.power, true) : model?.power_w,
      priceUsd: number("cost_usd", row.price),
      since: row.since === "" ? undefined : row.since,
    };
  });
  return { rows: read, problems };
}
