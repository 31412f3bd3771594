import { expect, test } from "vitest";
import { parseInput } from "@/lib/kernel/use-case";
import { EXAMPLE_INPUT } from "@/lib/testing/calculation";
import { CalculateInput } from "./schemas";

function refusal(changes: Record<string, unknown>): Record<string, string> {
  try {
    parseInput(CalculateInput, { ...EXAMPLE_INPUT, ...changes });
  } catch (error) {
    const { errors } = (error as { details: { errors: { path: string; message: string }[] } }).details;
    return Object.fromEntries(errors.map(({ path, message }) => [path, message]));
  }
  return {};
}

test.each([
  ["quantity", 0],
  ["quantity", 1.5],
  ["quantity", 1_000_001],
  ["hashrate_th", 0],
  ["hashrate_th", 1_000_001],
  ["power_w", -1],
  ["electricity_cost", -1.01],
  ["electricity_cost", 10.01],
  ["electricity_cost", "0.06"],
  ["electricity_cost", Number.NaN],
  ["electricity_cost", null],
  ["pool_method", "PROP"],
  ["pool_fee_pct", 101],
  ["pool_fee2_pct", -1],
  ["uptime_pct", -0.1],
  ["rejected_pct", 100.1],
  ["curtailment_pct", "5"],
  ["hashrate_decay_pct_year", Number.POSITIVE_INFINITY],
  ["machine_price_usd", -5],
  ["residual_value_pct", 101],
  ["discount_rate_pct", -1],
  ["tax_rate_pct", 200],
  ["horizon_months", 0],
  ["horizon_months", 121],
  ["horizon_months", 12.5],
  ["difficulty_growth_pct_epoch", -76],
  ["price_growth_pct_month", 301],
  ["start_date", "2026-02-30"],
  ["start_date", "01.02.2026"],
  ["start_date", "2008-12-31"],
  ["algorithm", "expert"],
  ["paths", 9],
  ["seed", -1],
  ["profiles", []],
  ["miner_model", " "],
  ["market", 5],
  ["elecricity_cost", 0.06],
])("%s = %j is refused with one sentence about that field", (field, value) => {
  const found = refusal({ [field]: value });
  expect(Object.keys(found)).toEqual([field]);
  expect(found[field]).toMatch(/^[A-Z].*[.]$/);
  expect(found[field]).not.toContain("Invalid input");
});

test.each([
  ["btc_price", 1e8 + 1],
  ["btc_price", 0],
  ["difficulty", 0.5],
  ["difficulty", 1.1e18],
  ["network_hashrate_ehs", 0],
  ["block_height", 1.5],
  ["block_subsidy_sats", 5e9 + 1],
  ["fees_sats_per_block", 1.1e10],
  ["block_interval_s", 0],
  ["price", 1],
])("market.%s = %d too", (field, value) => {
  expect(Object.keys(refusal({ market: { [field]: value } }))).toEqual([`market.${field}`]);
});

test.each([
  ["electricity_cost", -1],
  ["difficulty_growth_pct_epoch", 300],
  ["price_growth_pct_month", -75],
  ["horizon_months", 120],
  ["uptime_pct", 0],
  ["pool_method", "solo"],
  ["quantity", 1e6],
])("the limit itself is allowed: %s = %j", (field, value) => {
  expect(refusal({ [field]: value })).toEqual({});
});

test("all that is wrong is said at once, a missing machine too", () => {
  const parse = (body: object) => {
    const found = CalculateInput.safeParse(body);
    return found.error?.issues.map((issue) => issue.path.join("."));
  };
  expect(parse({ hashrate_th: 200, electricity_cost: 99, uptime_pct: 101 })).toEqual([
    "electricity_cost",
    "uptime_pct",
    "power_w",
  ]);
  expect(parse({ electricity_cost: 0.1 })).toEqual(["miner_model"]);
  expect(parse({ power_w: 100, electricity_cost: 0.1 })).toEqual(["hashrate_th"]);
  expect(parse({ miner_model: "S21", hashrate_th: 100, electricity_cost: 0.1 })).toBeUndefined();
});
