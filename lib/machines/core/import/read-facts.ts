import { fieldErrors } from "@/lib/kernel/field-errors";
import { factsProblems } from "../administration/facts-problems";
import { ModelFacts } from "../administration/schemas";
import { IMPORT_FIELDS, type ImportField } from "./import-fields";
import { makerOfBrand } from "./maker-of-brand";
import { coolingOfName, headingFactor, readCooling, readHashrate, readPower, readStatus, readYear } from "./read-cell";
import type { ImportCellError, ImportColumn } from "./schemas";
import { splitLabel } from "./split-label";

type Read = { facts: ModelFacts | null; errors: ImportCellError[] };
type Cell = { text: string; column: number | null };
type Cells = Record<ImportField, Cell>;

/** A value, or what is wrong with the cell. */
type Value = { value: unknown } | { code: string; message: string };

/** Reads one row's cells: the machine, or each cell that is wrong. */
export function factsReader(columns: readonly ImportColumn[], spellMaker: (written: string) => string) {
  const place = new Map(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])));
  const factor = (field: "hashrate_th" | "power_w") =>
    headingFactor(columns.find((column) => column.field === field)?.heading ?? "", field);
  const factors = { hashrate: factor("hashrate_th"), power: factor("power_w") };
  return (row: readonly string[]): Read => {
    const cells = Object.fromEntries(
      IMPORT_FIELDS.map((field) => {
        const column = place.get(field) ?? null;
        return [field, { column, text: column === null ? "" : (row[column - 1] ?? "") }];
      }),
    ) as Cells;
    return judge(cells, valuesOf(cells, factors, spellMaker));
  };
}

function valuesOf(
  cells: Cells,
  factors: { hashrate: number; power: number },
  spellMaker: (written: string) => string,
): Record<ImportField, Value> {
  const { name, hashrateTh } = splitLabel(cells.model_name.text);
  const hashrate = cells.hashrate_th.text === "" ? hashrateTh : readHashrate(cells.hashrate_th.text, factors.hashrate);
  // A bin in the name that says something else is no spelling, but a mistake: the name is then refused as it stands.
  const modelName = hashrateTh !== null && hashrate !== hashrateTh ? cells.model_name.text : name;
  const maker = cells.manufacturer.text || makerOfBrand(modelName);
  return {
    model_name: required(modelName, modelName),
    manufacturer: required(maker, maker && spellMaker(maker)),
    hashrate_th: number(cells.hashrate_th.text, hashrate),
    power_w: number(cells.power_w.text, readPower(cells.power_w.text, factors.power)),
    release_year: year(cells.release_year.text),
    cooling: word(cells.cooling.text, readCooling, coolingOfName(modelName), "air, hydro or immersion"),
    status: word(cells.status.text, readStatus, "shipped", "shipped or announced"),
  };
}

const missing: Value = { code: "required", message: "Fill in this cell." };

const required = (text: string, value: string): Value => (text === "" ? missing : { value });

function number(text: string, value: number | null): Value {
  if (value !== null) return { value };
  return text === "" ? missing : { code: "not_a_number", message: "This is no number: write it like 3550 or 3,550." };
}

function year(text: string): Value {
  const value = readYear(text);
  if (value !== null) return { value };
  return text === "" ? missing : { code: "not_a_year", message: "This is no year: write it like 2024." };
}

function word<T>(text: string, read: (text: string) => T | null, otherwise: T, words: string): Value {
  const value = text === "" ? otherwise : read(text);
  return value === null ? { code: "unknown_word", message: `Write ${words}.` } : { value };
}

function judge(cells: Cells, values: Record<ImportField, Value>): Read {
  const wrong = (field: ImportField, code: string, message: string): ImportCellError => ({
    field,
    column: cells[field].column,
    code,
    message,
    text: Array.from(cells[field].text).slice(0, 80).join(""),
  });
  const errors = IMPORT_FIELDS.flatMap((field) => {
    const value = values[field];
    return "value" in value ? [] : [wrong(field, value.code, value.message)];
  });
  if (errors.length > 0) return { facts: null, errors };
  const parsed = ModelFacts.safeParse(
    Object.fromEntries(IMPORT_FIELDS.map((field) => [field, (values[field] as { value: unknown }).value])),
  );
  const problems = parsed.success ? factsProblems(parsed.data) : fieldErrors(parsed.error);
  if (parsed.success && problems.length === 0) return { facts: parsed.data, errors: [] };
  return { facts: null, errors: problems.map(({ path, code, message }) => wrong(path as ImportField, code, message)) };
}
