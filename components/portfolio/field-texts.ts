import type { UserMiner } from "@/lib/machines/schemas";

/** What can be typed of machines, in the order of the form. */
const FIELDS = ["miner_model_id", "quantity", "electricity_cost", "site", "label", "purchased_at", "cost_usd"] as const;
export type FieldTexts = Record<(typeof FIELDS)[number], string>;

/** What stands in the fields before anybody types; `price` says a price of power in the reader's unit. */
export const fieldTexts = (machines: UserMiner | undefined, price: (usdPerKwh: number) => string): FieldTexts => ({
  miner_model_id: machines?.miner_model_id ?? "",
  quantity: String(machines?.quantity ?? 1),
  electricity_cost: machines?.electricity_cost == null ? "" : price(machines.electricity_cost),
  site: machines?.site ?? "",
  label: machines?.label ?? "",
  purchased_at: machines?.purchased_at?.slice(0, 10) ?? "",
  cost_usd: machines?.cost_usd == null ? "" : String(machines.cost_usd),
});

/** The fields in which two differ. */
export const differing = (one: Partial<FieldTexts>, other: FieldTexts) =>
  FIELDS.filter((field) => one[field] !== undefined && one[field] !== other[field]);
