import type { FieldError } from "@/lib/kernel/errors";
import { fieldErrors } from "@/lib/kernel/field-errors";
import { issueWords } from "@/lib/kernel/issue-words";
import type { MarketFacts } from "../../schemas";
import { cashBreakEven } from "../break-even";
import { modelToFind, unknownModelError } from "../model-to-find";
import type { CatalogueMachine } from "../terms";
import { todaysFigures } from "../todays-figures";
import { type BatchResult, BatchRow } from "./schemas";

/** The machine of a name, or what it may have meant. */
export type FindMachine = (name: string) => { model: CatalogueMachine } | { model: null; suggestions: string[] };

/** What all rows of a batch have in common; `today` as 2026-01-31. */
export type BatchFacts = { market: MarketFacts; today: string; defaults: object; find: FindMachine };

/**
 * One row of a batch: today's figures, bit by bit those of `calculate` for the same machine, or what is wrong with it in
 * the same words. `raw` is what came in, `at` its place.
 */
export function batchRow(raw: unknown, at: number, { market, today, defaults, find }: BatchFacts): BatchResult {
  const refused = (errors: FieldError[]): BatchResult => ({ row: at, label: labelOf(raw), ok: false, errors });
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return refused([NO_OBJECT]);
  const parsed = BatchRow.safeParse({ ...defaults, ...raw }, { error: issueWords });
  if (!parsed.success) return refused(fieldErrors(parsed.error));
  const { label, ...input } = parsed.data;
  const name = modelToFind(input);
  const found = name === null ? { model: null } : find(name);
  if (name !== null && "suggestions" in found) return refused([unknownModelError(name, found.suggestions)]);
  const { terms, figures } = todaysFigures(input, { model: found.model, market, today });
  return {
    row: at,
    label: label ?? null,
    ok: true,
    machine: terms.machine,
    quantity: terms.quantity,
    electricity_cost: terms.electricityUsdPerKwh,
    daily_revenue: figures.daily_revenue,
    daily_cost: figures.daily_cost,
    daily_profit: figures.daily_profit,
    daily_revenue_sats: figures.daily_revenue_sats,
    hashprice_usd_per_ph_day: figures.hashprice_usd_per_ph_day,
    break_even: { cash: cashBreakEven(terms, market, figures) },
  };
}

const NO_OBJECT: FieldError = {
  path: "",
  code: "invalid_type",
  message: 'A row must be an object such as {"miner_model": "Antminer S21 200T", "quantity": 10}.',
};

/** What a row calls itself, also where it is wrong. */
const labelOf = (raw: unknown): string | null =>
  typeof raw === "object" && raw !== null && "label" in raw && typeof raw.label === "string"
    ? raw.label.slice(0, 100)
    : null;
