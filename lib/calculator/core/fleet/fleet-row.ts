import type { FleetResultRow, FleetRow } from "../../schemas";
import { type BatchFacts, batchRow } from "../batch/batch-row";
import { ASSUMED_ELECTRICITY_USD_PER_KWH } from "../defaults";
import type { FleetDefaults } from "./schemas";

type Field = Extract<FleetResultRow, { ok: false }>["errors"][number]["field"];

/** What a list's row earns: the same figures as `POST /api/calculate` has for its machine. */
export function fleetRow(
  { row, facts: said, errors }: FleetRow,
  facts: BatchFacts,
  defaults: FleetDefaults,
): FleetResultRow {
  if (said === null) return { row, ok: false, errors };
  const { miner_model_id: id, miner_model: name, hashrate_th, power_w, electricity_cost, label, ...rest } = said;
  const given = { miner_model: id ?? name, hashrate_th, power_w, electricity_cost, label, quantity: rest.quantity };
  const result = batchRow(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)), row, facts);
  if (!result.ok) {
    // Its cells could be read, but not together: a name that is too long for a label, for example.
    const wrong = result.errors.map(({ path, ...error }) => ({
      ...error,
      field: path as Field,
      column: null,
      text: "",
    }));
    return { row, ok: false, errors: wrong };
  }
  return {
    ...result,
    // Where the list has both numbers nothing was looked up, and the machine would be called by its id.
    ...(id === null ? {} : { machine: { ...result.machine, label: name } }),
    ...{ miner_model_id: id, site: rest.site, purchased_at: rest.purchased_at, cost_usd: rest.cost_usd },
    price_given: electricity_cost !== null,
    is_price_assumed: electricity_cost === null && defaults.electricity_cost === undefined,
  };
}

/** The defaults of a list, with the assumed price of power where nobody gave one. */
export const withAssumedPrice = (defaults: FleetDefaults): FleetDefaults => ({
  electricity_cost: ASSUMED_ELECTRICITY_USD_PER_KWH,
  ...defaults,
});
