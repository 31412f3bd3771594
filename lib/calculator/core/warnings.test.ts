import { expect, test } from "vitest";
import { calculateExample, exampleCalculation } from "@/lib/testing/calculation";
import { calculate } from "./calculate";

const codes = (changes: object = {}, market: object = {}) =>
  calculateExample(changes, market).warnings.map((warning) => warning.code);

test("a plain calculation warns of the halving it contains, by height and date", () => {
  const [warning, ...others] = calculateExample().warnings;
  expect(warning).toEqual({
    code: "halving_in_horizon",
    message: "At height 1050000, about 2028-04-05, the block subsidy halves.",
  });
  expect(others).toEqual([]);
  expect(codes({ horizon_months: 12 })).toEqual([]);
});

test.each([
  ["runs_at_a_loss", { electricity_cost: 0.5 }, {}],
  ["larger_than_network", { quantity: 1_000_000, hashrate_th: 1000 }, {}],
  ["pool_size_unknown", { pool_method: "PPLNS" }, {}],
  ["subsidy_ends", { horizon_months: 2 }, { block_height: 6_929_990 }],
])("%s", (code, changes, market) => {
  expect(codes(changes, market)).toContain(code);
});

test.each(["default", "simulated", "stale"] as const)("a market that is %s is said to be", (state) => {
  const { input, facts } = exampleCalculation({ horizon_months: 1 });
  const market = { ...facts.market, btc_price: { ...facts.market.btc_price, state } };
  expect(calculate(input, { ...facts, market }).warnings).toMatchObject([{ code: `market_${state}` }]);
});

test("figures of a machine that rest on little are said to, unless others were given", () => {
  const { input, facts } = exampleCalculation({ horizon_months: 1 });
  const model = { label: "X1 9T", hashrate_th: 9, power_w: 90, confidence: "probable", status: "announced" } as const;
  const { hashrate_th: _h, power_w: _p, ...unnumbered } = input;
  const found = calculate(unnumbered, { ...facts, model });
  expect(found.warnings.map((warning) => warning.code)).toEqual(["machine_unverified", "machine_announced"]);
  expect(found.assumptions.machine).toMatchObject({ label: "X1 9T", hashrate_th: 9, source: "catalogue" });
  expect(calculate(input, { ...facts, model }).warnings.map((warning) => warning.code)).toEqual(["machine_announced"]);
});
