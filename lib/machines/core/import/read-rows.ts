import type { MachineModel } from "../../schemas";
import { makerSpeller } from "../administration/maker-name";
import type { ModelFacts } from "../administration/schemas";
import { toTwin } from "../administration/to-twin";
import { modelLabel } from "../model-name";
import { twinsOf } from "../model-twins";
import { factsReader } from "./read-facts";
import type { ImportColumn, ImportRow } from "./schemas";

type SheetRow = { row: number; cells: readonly string[] };

/** What the rows are compared with, and where they would go. */
export type Known = { shared: readonly MachineModel[]; own: readonly MachineModel[]; target: "shared" | "private" };

/** Each row of a file as a machine, or what is wrong with it cell by cell; and whether it is there already. */
export function readRows(rows: readonly SheetRow[], columns: readonly ImportColumn[], known: Known): ImportRow[] {
  const read = factsReader(columns, makerSpeller([...known.own, ...known.shared]));
  const own = twinsOf(known.own);
  const shared = twinsOf(known.shared);
  const before = twinsOf<ModelFacts & { row: number }>([]);
  return rows.map(({ row, cells }) => {
    const { facts, errors } = read(cells);
    const found = { row, facts, errors, twin: null, twin_row: null };
    if (!facts) return { ...found, state: "wrong", label: null, addable: false };
    const label = modelLabel(facts.model_name, facts.hashrate_th);
    const inFile = before.find(facts);
    if (!inFile) before.add({ ...facts, row });
    const inTarget = known.target === "private" ? own.find(facts) : shared.find(facts);
    const twin = inTarget ?? shared.find(facts);
    if (!inFile && !twin) return { ...found, state: "ready", label, addable: true };
    const twins = { twin: twin ? toTwin(twin) : null, twin_row: inFile?.row ?? null };
    return { ...found, ...twins, state: "known", label, addable: !inFile && !inTarget };
  });
}
