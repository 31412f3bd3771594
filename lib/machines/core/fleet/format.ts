import { FLEET_HEADINGS } from "./fleet-columns";
import { FLEET_FIELDS, type FleetField } from "./fleet-fields";
import type { FormatOutput } from "./import-schemas";
import { FLEET_LIMITS } from "./schemas";

const WHAT: Record<FleetField, [what: string, example: string]> = {
  miner_model: [
    "The machine's name, with or without its hashrate; or leave it out and give both numbers",
    "Antminer S21 200T",
  ],
  quantity: ["How many machines the row is; empty: 1", "120"],
  hashrate_th: ["TH/s of one; a unit in the heading or in the cell is read (GH/s, TH/s, PH/s)", "200"],
  power_w: ["W of one at the wall; W, kW", "3500"],
  electricity_cost: ["US dollars per kWh; c/kWh and $/MWh are read; empty: the price that you choose", "0.055"],
  label: ["What you call the machines, at most 60 characters", "Row 7"],
  site: ["Where they stand, at most 60 characters", "North hall"],
  purchased_at: ["The day on which they were bought", "2026-03-02"],
  cost_usd: ["US dollars paid for all of the row together", "360000"],
  unit_cost_usd: ["US dollars paid for one machine", "3000"],
};

/** How a list of machines is read, for programs and for who writes one. */
export const fleetFormat = (): FormatOutput => ({
  formats: ["csv", "xlsx"],
  encodings: ["UTF-8 (with or without a mark)", "UTF-16 with a mark", "GB18030"],
  limits: { rows: FLEET_LIMITS.rows, bytes: FLEET_LIMITS.bytes, columns: FLEET_LIMITS.columns },
  fields: FLEET_FIELDS.map((field) => ({
    ...{ field, required: field === "miner_model", what: WHAT[field][0], headings: [...FLEET_HEADINGS[field]] },
    example: WHAT[field][1],
  })),
  notes: [
    "The first row that names columns holds the headings; rows above it, totals and the template's examples are skipped.",
    "Comma, semicolon or tab; decimal points or decimal commas; quoted line breaks. Of a workbook the first sheet is read.",
    "A name that the catalogue doesn't know is never replaced: send the machine that you choose for it in `models`.",
    "A row that is wrong leaves the others alone. Rows without a model of the catalogue are computed, but can't be kept.",
  ],
  template: { csv: "/batch/template?format=csv", xlsx: "/batch/template?format=xlsx" },
});
