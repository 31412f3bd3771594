/** What a list can say of its machines, in the order of the template's columns. */
export const FLEET_FIELDS = [
  "miner_model",
  "quantity",
  "hashrate_th",
  "power_w",
  "electricity_cost",
  "label",
  "site",
  "purchased_at",
  "cost_usd",
  "unit_cost_usd",
] as const;
export type FleetField = (typeof FLEET_FIELDS)[number];
