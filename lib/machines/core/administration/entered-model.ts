import type { MachineModel } from "../../schemas";
import { efficiency, modelLabel } from "../model-name";
import type { ModelFacts } from "./schemas";

type Row = Pick<MachineModel, "id" | "scope" | "retired_at">;

/** What somebody entered, as a row: nobody else vouches for it. */
export const enteredModel = (row: Row, facts: ModelFacts): MachineModel => ({
  id: row.id,
  model_name: facts.model_name,
  label: modelLabel(facts.model_name, facts.hashrate_th),
  manufacturer: facts.manufacturer,
  hashrate_th: facts.hashrate_th,
  power_w: facts.power_w,
  efficiency: efficiency(facts.power_w, facts.hashrate_th),
  release_year: facts.release_year,
  cooling: facts.cooling,
  source: "operator",
  source_count: 0,
  confidence: "probable",
  status: facts.status,
  scope: row.scope,
  retired_at: row.retired_at,
});

/** An edited row: what its sources agreed on is the efficiency, so they count as long as hashrate and power stay. */
export function editedModel(before: MachineModel, facts: ModelFacts): MachineModel {
  const after = enteredModel(before, facts);
  const same = after.hashrate_th === before.hashrate_th && after.power_w === before.power_w;
  return same ? { ...after, source_count: before.source_count, confidence: before.confidence } : after;
}
