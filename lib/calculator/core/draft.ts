import { parseNumber } from "@/lib/kernel/parse-number";
import { ASSUMED_ELECTRICITY_USD_PER_KWH } from "./defaults";

/** The form's numbers, named as in `POST /api/calculate`. */
export const NUMBER_FIELDS = [
  "quantity",
  "hashrate_th",
  "power_w",
  "electricity_cost",
  "pool_fee_pct",
  "pool_fee2_pct",
  "pool_hashrate_ehs",
  "uptime_pct",
  "rejected_pct",
  "curtailment_pct",
  "hashrate_decay_pct_year",
  "other_costs_usd_day",
  "machine_price_usd",
  "residual_value_pct",
  "discount_rate_pct",
  "tax_rate_pct",
  "horizon_months",
  "difficulty_growth_pct_epoch",
  "price_growth_pct_month",
] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** Figures of the market that a person may set by hand; each is then marked manual. */
export const MARKET_FIELDS = ["btc_price", "difficulty", "network_hashrate_ehs", "fees_sats_per_block"] as const;
export type MarketField = (typeof MARKET_FIELDS)[number];

const TEXT_FIELDS = ["miner_model", "pool_method", "start_date", "electricity_unit"] as const;
type TextField = (typeof TEXT_FIELDS)[number];

export const DRAFT_FIELDS = [...TEXT_FIELDS, ...NUMBER_FIELDS, ...MARKET_FIELDS] as const;
export type DraftField = NumberField | MarketField | TextField;

/** What stands in the form, as typed. A field that is missing has its default; an empty one was emptied. */
export type Draft = { [field in DraftField]?: string | undefined };

/** The machine that the picker names; its figures apply where the form gives none. */
export type DraftMachine = { name: string; hashrate_th: number };

/** A price to start from where nobody gave one. It is named as an assumption wherever it is used. */
export const ASSUMED_PRICE_USD_PER_TH = 15;

/** Where the form begins: an answer before any typing. The rest are the API's own defaults. */
export const FIRST_DRAFT = {
  miner_model: "Antminer S21 200T",
  quantity: "10",
  electricity_cost: String(ASSUMED_ELECTRICITY_USD_PER_KWH * 100),
  electricity_unit: "cents",
  difficulty_growth_pct_epoch: "1",
  price_growth_pct_month: "0",
  horizon_months: "36",
  pool_method: "FPPS",
  pool_fee_pct: "2",
  uptime_pct: "97",
  rejected_pct: "0",
  curtailment_pct: "0",
  hashrate_decay_pct_year: "0",
  other_costs_usd_day: "0",
  residual_value_pct: "10",
  discount_rate_pct: "10",
  tax_rate_pct: "0",
} as const satisfies Draft;

export type DraftProblem = { path: string; code: "not_a_number" };

/**
 * The request that a draft stands for, still to be parsed by `CalculateInput`. Text that is no number is
 * reported here, because the request could not carry it.
 */
export function draftToRequest(
  draft: Draft,
  machine: DraftMachine | null,
): { request: Record<string, unknown>; problems: DraftProblem[] } {
  const filled: Draft = { ...FIRST_DRAFT, ...draft };
  const problems: DraftProblem[] = [];
  const request: Record<string, unknown> = { algorithm: "advanced" };
  const number = (path: string, text: string | undefined): number | undefined => {
    if (text === undefined || text.trim() === "") return undefined;
    const value = parseNumber(text);
    if (value === null) problems.push({ path, code: "not_a_number" });
    return value ?? undefined;
  };
  for (const field of NUMBER_FIELDS) {
    const value = number(field, filled[field]);
    if (value !== undefined) request[field] = value;
  }
  if (filled.electricity_unit !== "dollars" && typeof request.electricity_cost === "number")
    request.electricity_cost /= 100;
  if (machine) {
    request.miner_model = machine.name;
  }
  const hashrate = typeof request.hashrate_th === "number" ? request.hashrate_th : machine?.hashrate_th;
  if (filled.machine_price_usd === undefined && hashrate !== undefined)
    request.machine_price_usd = assumedPriceUsd(hashrate);
  if (filled.pool_method) request.pool_method = filled.pool_method;
  if (filled.start_date) request.start_date = filled.start_date;
  const market: Record<string, number> = {};
  for (const field of MARKET_FIELDS) {
    const value = number(`market.${field}`, filled[field]);
    if (value !== undefined) market[field] = value;
  }
  if (Object.keys(market).length > 0) request.market = market;
  return { request, problems };
}

/** The price of one machine where nobody gave one: $15 per TH/s, in whole dollars. */
export const assumedPriceUsd = (hashrateTh: number): number => Math.round(hashrateTh * ASSUMED_PRICE_USD_PER_TH);

/** Only what differs from the form's start, so that links stay short. */
export function trimDraft(draft: Draft): Draft {
  const first: Draft = FIRST_DRAFT;
  return Object.fromEntries(
    DRAFT_FIELDS.flatMap((field) =>
      draft[field] === undefined || draft[field] === first[field] ? [] : [[field, draft[field]]],
    ),
  );
}
