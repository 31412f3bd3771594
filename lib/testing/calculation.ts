import { calculate } from "@/lib/calculator/core/calculate";
import type { Facts } from "@/lib/calculator/core/facts";
import { marketOfInput } from "@/lib/calculator/core/market-facts";
import type { MarketInput } from "@/lib/calculator/core/market-input";
import { CalculateInput, CalculateOutput } from "@/lib/calculator/schemas";

/** The second row of the worked figures. */
export const EXAMPLE_MARKET = {
  btc_price: 95_000,
  difficulty: 1.25e14,
  block_height: 930_000,
  fees_sats_per_block: 5_000_000,
} as const satisfies MarketInput;

/** A 200 TH/s, 3,500 W machine at $0.06/kWh. */
export const EXAMPLE_INPUT = {
  hashrate_th: 200,
  power_w: 3500,
  electricity_cost: 0.06,
  start_date: "2026-01-01",
} as const;

/** A parsed input with changes against the example, and its facts. */
export function exampleCalculation(changes: object = {}, market: MarketInput = {}) {
  const input = CalculateInput.parse({ ...EXAMPLE_INPUT, market: { ...EXAMPLE_MARKET, ...market }, ...changes });
  const known = marketOfInput(input.market);
  if (!known) throw new Error("the example's market is complete");
  const facts: Facts = { model: null, market: known, today: "2026-01-01" };
  return { input, facts };
}

/** The example calculated, with its output checked against the published shape. */
export function calculateExample(changes: object = {}, market: MarketInput = {}): CalculateOutput {
  const { input, facts } = exampleCalculation(changes, market);
  return CalculateOutput.parse(calculate(input, facts));
}
